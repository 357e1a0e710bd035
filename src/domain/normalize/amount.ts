import { addDecimals, type Decimal, decimalOf, times } from './decimal.ts'
import { chineseInteger } from './numerals.ts'

const units: Readonly<Record<string, number>> = {
  '': 1,
  百: 100,
  千: 1000,
  万: 10_000,
  w: 10_000,
  k: 1000,
  m: 1_000_000,
  mn: 1_000_000,
  mio: 1_000_000,
  million: 1_000_000,
  bn: 1_000_000_000,
  十万: 100_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
  万亿: 1_000_000_000_000,
  萬: 10_000,
  億: 100_000_000,
  佰: 100,
  仟: 1000,
  佰万: 1_000_000,
  仟万: 10_000_000,
  十亿: 1_000_000_000,
}

const amount =
  /^([-+]?)\s*(\d[\d,. '’]*|\.\d+)\s*([a-z百千万亿萬億佰仟十]*)\s*(?:\(?\s*([百千万亿萬億]*)\s*(?:元|圆|圓|块钱?|塊)?\s*(?:整|正)?\s*\)?)\s*(-?)$/i

/** One number with its unit; null where it is none. A unit of the cell replaces that of the column. */
export function readAmount(text: string, options: { readonly unit?: number }): Decimal | null {
  const negative = /^\(\s*([^()]+)\s*\)$/.exec(text)
  if (negative !== null) {
    const inner = readAmount(negative[1]!, options)
    return inner === null || inner.digits < 0n ? null : { ...inner, digits: -inner.digits }
  }
  // 1.2E+05 is how Excel shows large numbers.
  if (/^\d(?:\.\d+)?e\+?\d{1,2}$/i.test(text)) return times(decimalOf(text)!, options.unit ?? 1)
  const match = amount.exec(text)
  if (match === null) return readChineseAmount(text)
  const [, sign = '', number = '', unit = '', bracketed = '', tail = ''] = match
  const factor = units[(unit + bracketed).toLowerCase()]
  const value = factor === undefined ? null : decimalOf(number)
  if (value === null) return null
  const own = unit + bracketed !== '' || /[元圆圓块塊]/.test(text)
  const scaled = times(value, own ? factor! : (options.unit ?? 1))
  return (sign === '-') !== (tail === '-') ? { ...scaled, digits: -scaled.digits } : scaled
}

/** 壹万贰仟元整, 三百五十万, 1万2, 1万2千, 12元5角. */
function readChineseAmount(text: string): Decimal | null {
  const negative = /^(?:负|-|减)(.+)$/.exec(text)
  // 1亿2千万
  const large = /^(\d+(?:\.\d+)?)[亿億](\d.*[万萬].*)$/.exec(negative?.[1] ?? text)
  const rest = large === null ? null : readAmount(large[2]!, {})
  const mixed = /^(\d+(?:\.\d+)?)([千万亿])(\d)(千|百)?(?:元|块)?$/.exec(negative?.[1] ?? text)
  let value: Decimal | null
  if (large !== null && rest !== null) value = addDecimals(times(decimalOf(large[1]!)!, units['亿']!), rest)
  else if (mixed !== null) {
    const major = units[mixed[2]!]!
    const minor = mixed[4] === undefined ? major / 10 : units[mixed[4]]!
    value = addDecimals(times(decimalOf(mixed[1]!)!, major), times(decimalOf(mixed[3]!)!, minor))
  } else value = readCapitals((negative?.[1] ?? text).replace(/\s/g, '').replaceAll('毛', '角'))
  return value !== null && negative !== null ? { ...value, digits: -value.digits } : value
}

function readCapitals(text: string): Decimal | null {
  const match =
    /^(?:人民币)?([^元圆圓块角分整正]*)(?:[元圆圓块])?(?:零)?(?:([^元角分零]{1,2})角)?(?:零?([^元角分]{1,2})分)?[整正]?$/.exec(
      text,
    )
  if (match === null || text === '') return null
  const whole = match[1] === '' ? 0 : whole10(match[1]!)
  const [jiao, fen] = [match[2] === undefined ? 0 : whole10(match[2]), match[3] === undefined ? 0 : whole10(match[3])]
  if (
    whole === null ||
    jiao === null ||
    fen === null ||
    (match[1] === '' && match[2] === undefined && match[3] === undefined)
  )
    return null
  return { digits: BigInt(whole) * 100n + BigInt(jiao) * 10n + BigInt(fen), scale: 2 }
}

const whole10 = (text: string): number | null => (/^\d+$/.test(text) ? Number(text) : chineseInteger(text))
