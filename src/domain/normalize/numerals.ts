const digits: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  兩: 2,
  O: 0,
  '○': 0,
  壹: 1,
  贰: 2,
  貳: 2,
  叁: 3,
  參: 3,
  叄: 3,
  肆: 4,
  伍: 5,
  陆: 6,
  陸: 6,
  柒: 7,
  捌: 8,
  玖: 9,
  弌: 1,
  弍: 2,
  弎: 3,
  元: 1,
}
const tens: Readonly<Record<string, number>> = { 十: 10, 拾: 10, 百: 100, 佰: 100, 千: 1000, 仟: 1000 }
const myriads: Readonly<Record<string, number>> = { 万: 1e4, 萬: 1e4, 亿: 1e8, 億: 1e8 }

/** A Chinese whole number (三十五, 二〇二四, 壹万贰仟, 廿三, 一万二) below 2^53, or null. */
export function chineseInteger(text: string): number | null {
  if (text === '' || text.includes('元')) return null
  const plain = text.replace(/廿/g, '二十').replace(/卅/g, '三十')
  if ([...plain].every((c) => digits[c] !== undefined)) return Number([...plain].map((c) => digits[c]).join(''))
  let total = 0
  let section = 0
  let digit = -1
  let unit = 0
  for (const c of plain) {
    const d = digits[c]
    if (d !== undefined) {
      digit = d
      if (d === 0) unit = 0
    } else if (tens[c] !== undefined) {
      section += (digit < 0 ? 1 : digit) * tens[c]
      digit = -1
      unit = tens[c]
    } else if (myriads[c] !== undefined) {
      section += Math.max(digit, 0)
      if (section === 0) return null
      total = myriads[c] === 1e8 ? (total + section) * 1e8 : total + section * 1e4
      section = 0
      digit = -1
      unit = myriads[c]
    } else return null
  }
  // 一万二 is 12,000 and 三千五 is 3,500; 一百零五 is 105.
  if (digit > 0) section += unit >= 100 ? (digit * unit) / 10 : digit
  return total + section
}

/** Chinese year digits (二〇二四, 二零二四) to a number, or null. */
export function chineseDigits(text: string): number | null {
  let out = ''
  for (const c of text) {
    const d = digits[c]
    if (d === undefined) return null
    out += d
  }
  return out === '' ? null : Number(out)
}
