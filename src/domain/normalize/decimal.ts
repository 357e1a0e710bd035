/** An exact decimal: `digits` / 10^`scale`. */
export interface Decimal {
  readonly digits: bigint
  readonly scale: number
}

/**
 * The number a text shows, whatever stands between its thousands: 12,000.00, 45.300,50, 12 000, 1'000.
 *
 * Null where the marks make no sense (1,23,4 or two points).
 */
export function decimalOf(text: string): Decimal | null {
  const power = /^(-?\d+(?:\.\d+)?)e([+-]?\d{1,2})$/i.exec(text)
  if (power !== null) return shift(decimalOf(power[1]!), Number(power[2]))
  const plain = text.replace(/[\s'’]/g, '').replace(/[,.]$/, '')
  const negative = plain.startsWith('-')
  const body = negative ? plain.slice(1) : plain
  const point = decimalPoint(body)
  if (point === null) return null
  const whole = (point < 0 ? body : body.slice(0, point)).replace(/[,.]/g, '')
  const fraction = point < 0 ? '' : body.slice(point + 1)
  if (!/^\d*$/.test(whole + fraction) || whole + fraction === '') return null
  const digits = BigInt(whole + fraction)
  return { digits: negative ? -digits : digits, scale: fraction.length }
}

/** Where the decimal point is (-1: none); null where the marks contradict. */
function decimalPoint(body: string): number | null {
  const comma = body.lastIndexOf(',')
  const dot = body.lastIndexOf('.')
  if (comma < 0 && dot < 0) return -1
  if (comma < 0) {
    if (body.indexOf('.') === dot) return dot
    return /^\d{1,3}(?:\.\d{3})+$/.test(body) ? -1 : null
  }
  if (dot < 0) {
    if (/^\d{1,3}(?:,\d{3})+$/.test(body) || /^\d{1,4}(?:,\d{4})+$/.test(body)) return -1
    return body.indexOf(',') === comma && body.length - comma <= 3 ? comma : null
  }
  // 45.300,50: the last mark is the point, and the other one parts thousands.
  const point = Math.max(comma, dot)
  const rest = body.slice(0, point)
  const mark = comma > dot ? '.' : ','
  return rest.split(mark).every((part, i) => part.length === 3 || part.length === 4 || (i === 0 && part.length <= 4)) &&
    !body.slice(point + 1).includes(mark)
    ? point
    : null
}

const ten = (power: number): bigint => 10n ** BigInt(power)

function shift(value: Decimal | null, power: number): Decimal | null {
  if (value === null || Math.abs(power) > 30) return null
  const scale = value.scale - power
  return scale >= 0 ? { digits: value.digits, scale } : { digits: value.digits * ten(-scale), scale: 0 }
}

export const times = (value: Decimal, factor: number): Decimal => ({
  digits: value.digits * BigInt(factor),
  scale: value.scale,
})

/** Exact: the scales add. */
export const multiplyDecimals = (a: Decimal, b: Decimal): Decimal => ({
  digits: a.digits * b.digits,
  scale: a.scale + b.scale,
})

export function addDecimals(a: Decimal, b: Decimal): Decimal {
  const scale = Math.max(a.scale, b.scale)
  return { digits: a.digits * ten(scale - a.scale) + b.digits * ten(scale - b.scale), scale }
}

/** Hundredths, half away from zero; `rounded` where more was lost than the dust of binary numbers. */
export function fenOf(value: Decimal): { fen: number; rounded: boolean } {
  if (value.scale <= 2) return { fen: Number(value.digits * ten(2 - value.scale)), rounded: false }
  const unit = ten(value.scale - 2)
  const negative = value.digits < 0n
  const digits = negative ? -value.digits : value.digits
  const rest = digits % unit
  const fen = digits / unit + (rest * 2n >= unit ? 1n : 0n)
  const lost = rest * 2n >= unit ? unit - rest : rest
  return { fen: Number(negative ? -fen : fen), rounded: lost * 100_000n > unit }
}

/** Plain decimal text, all places written. */
export function formatDecimal({ digits, scale }: Decimal): string {
  const text = (digits < 0n ? -digits : digits).toString().padStart(scale + 1, '0')
  return `${digits < 0n ? '-' : ''}${text.slice(0, text.length - scale)}${scale === 0 ? '' : `.${text.slice(-scale)}`}`
}
