// Longest first, so that 港元 is not read as 元 and US$ not as $.
const names: readonly (readonly [RegExp, string])[] = [
  [/万?人民币元?|RMB|CNY|CNH|[¥￥]/i, 'CNY'],
  [/HK\$|HKD|港币|港元|港幣|港纸/i, 'HKD'],
  [/NT\$|TWD|NTD|新台币|台币|新臺幣/i, 'TWD'],
  [/(?<![A-Z])A\$|AU\$|AUD|澳元/i, 'AUD'],
  [/(?<![A-Z])C\$|CA\$|CAD|加元/i, 'CAD'],
  [/(?<![A-Z])S\$|SGD|新加坡元|新元|坡币/i, 'SGD'],
  [/US\$|USD|美元|美金|\$/i, 'USD'],
  [/€|EUR|EURO|欧元/i, 'EUR'],
  [/£|GBP|英镑/i, 'GBP'],
  [/JPY|日元|日圆|円/i, 'JPY'],
  [/₩|KRW|韩元|韩币/i, 'KRW'],
  [/₽|RUB|卢布/i, 'RUB'],
  [/฿|THB|泰铢/i, 'THB'],
  [/₹|INR|卢比/i, 'INR'],
  [/CHF|瑞士法郎|瑞郎/i, 'CHF'],
  [/AED|迪拉姆/i, 'AED'],
  [/MOP|澳门元|葡币/i, 'MOP'],
  [/MYR|RM|马币|林吉特/, 'MYR'],
  [/VND|越南盾/i, 'VND'],
  [/BRL|R\$/i, 'BRL'],
]

/** Takes the name or sign of a currency out of a text. */
export function currencyIn(text: string): { text: string; currency?: string } {
  const first = takeCurrency(text)
  // $5,000.00 USD says it twice.
  const again = first.currency === undefined ? first : takeCurrency(first.text)
  return again.currency === first.currency ? again : first
}

function takeCurrency(text: string): { text: string; currency?: string } {
  // Most cells are digits with at most 元, which is no name of a currency by itself.
  if (/^[\d.,\s元万千亿+-]*$/.test(text)) return { text }
  for (const [name, currency] of names) {
    const match = name.exec(text)
    if (match === null) continue
    const kept = match[0].startsWith('万') ? '万' : ''
    return {
      text: (text.slice(0, match.index) + kept + text.slice(match.index + match[0].length))
        .replace(/^\s*[:：]\s*/, '')
        .trim(),
      currency,
    }
  }
  return { text }
}
