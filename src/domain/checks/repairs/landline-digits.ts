import { areaOf } from '../../normalize/area.ts'
import { plainCity } from '../places.ts'

/** The digit put in front when numbers went from seven to eight. Source: chinese-data 1.2 (press and operators' notices). */
const byCode: Readonly<Record<string, string>> = {
  '0551': '6',
  '0871': '6',
  '0791': '8',
  '0531': '8',
  '0532': '8',
  '0311': '8',
}
/** Codes shared by cities that got different digits. */
const byCity: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  '0731': { 长沙: '8', 株洲: '2', 湘潭: '5' },
  '0851': { 贵阳: '8', 遵义: '2', 安顺: '3' },
}

/** The eight digit form of an old seven digit number (`0551-2651234`), or null where the digit is not certain. */
export function upgradeLandline(
  number: string,
  cities: readonly string[],
): { readonly number: string; readonly digit: string } | null {
  const cut = number.indexOf('-')
  const [code, local] = [number.slice(0, cut), number.slice(cut + 1)]
  if (cut < 3 || local.length !== 7 || areaOf(code)?.digits !== 8) return null
  const shared = byCity[code]
  const digits = new Set(shared === undefined ? [byCode[code]] : cities.map((city) => shared[plainCity(city)]))
  const [digit] = digits
  return digits.size === 1 && digit !== undefined ? { number: `${code}-${digit}${local}`, digit } : null
}
