import type { Cell } from '../../model/sheet.ts'
import { isoCell } from '../xlsx/serial-date.ts'
import { attribute } from '../xlsx/xml.ts'

/** `PT14H30M05S` → `14:30:05`; null where it is longer than a day or none. */
function clockOf(duration: string): string | null {
  const found = /^PT(\d+)H(\d+)M(\d+)(?:[.,]\d+)?S$/.exec(duration)
  if (found === null || Number(found[1]) > 23) return null
  return found
    .slice(1, 4)
    .map((part) => part!.padStart(2, '0'))
    .join(':')
}

/** The value a cell states in its attributes, `text` being what it shows. */
export function cellValue(attributes: string, text: string): Cell {
  const value = attribute(attributes, 'value')
  switch (attribute(attributes, 'value-type')) {
    case 'float':
    case 'currency':
    case 'percentage': {
      if (value === undefined) return text || null
      const number = Number(value)
      return Number.isNaN(number) || (Number.isInteger(number) && !Number.isSafeInteger(number)) ? value : number
    }
    case 'date':
      return isoCell(attribute(attributes, 'date-value') ?? text)
    case 'time': {
      const clock = clockOf(attribute(attributes, 'time-value') ?? '')
      return clock === null ? text || null : isoCell(clock)
    }
    case 'boolean':
      return attribute(attributes, 'boolean-value') === 'true'
    default:
      return /^#(N\/A|DIV\/0!|REF!|NAME\?|VALUE!|NUM!|NULL!)$/.test(text) && attributes.includes('formula')
        ? { kind: 'error', code: text }
        : text || null
  }
}
