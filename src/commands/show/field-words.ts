import { fieldByKey } from '../../domain/dictionary/fields.ts'
import type { Context } from '../context.ts'

/** Kept from a column the dictionary has no field for. */
const EXTRA = 'extra:'

/** What a field is called for people: its label in the dictionary, or the heading it was kept under. */
export function fieldLabel(ctx: Context, key: string): string {
  if (key.startsWith(EXTRA)) return key.slice(EXTRA.length)
  if (key === 'landline' || key === 'service' || key === 'intl') return ctx.say(`contact-${key}`)
  return fieldByKey(key)?.[ctx.lang] ?? key
}

/** A stored value for people: the word of a choice, a range as it is said. */
export function shownText(ctx: Context, key: string, value: string): string {
  const field = fieldByKey(key)
  const choice = field?.choices?.find((one) => one.value === value)
  if (choice !== undefined) return choice[ctx.lang]
  if (field?.type === 'partial-date') return dateText(ctx, value)
  if (field?.type === 'money-range' || field?.type === 'number-range') return rangeText(ctx, value)
  return value
}

/** `--03-08` and `lunar:08-15` as people say them. */
function dateText(ctx: Context, value: string): string {
  const yearless = /^--(\d\d)-(\d\d)$/.exec(value)
  if (yearless !== null) return ctx.say('date-yearless', { month: Number(yearless[1]), day: Number(yearless[2]) })
  const lunar = /^lunar:(?:(\d{4})-)?(\d\d)-(\d\d)(L?)$/.exec(value)
  if (lunar === null) return value
  const [, year = '', month, day, leap] = lunar
  const params = { year: year === '' ? '' : `${year} `, month: Number(month), day: Number(day) }
  return ctx.say(leap === 'L' ? 'date-lunar-leap' : 'date-lunar', params)
}

function rangeText(ctx: Context, value: string): string {
  const [, approx = '', min = '', wave = '', max = ''] = /^(≈?)([\d.]*)(~?)([\d.]*)$/.exec(value) ?? []
  const plain = (text: string): string => text.replace(/\.00$/, '')
  if (approx !== '') return ctx.say('range-approx', { value: plain(min) })
  if (wave === '') return plain(min) || value
  if (min === '') return ctx.say('range-most', { value: plain(max) })
  return max === '' ? ctx.say('range-least', { value: plain(min) }) : `${plain(min)}–${plain(max)}`
}
