import { createRequire } from 'node:module'
import type * as PhoneNumbers from 'libphonenumber-js/max'

/** The number of another country, as far as it can be told. */
export interface IntlNumber {
  /** E.164 */
  readonly canonical: string
  readonly ext?: string
  /** In use by the plan of its country; else only its length was looked at. */
  readonly valid: boolean
  readonly country?: string
}

type Library = typeof PhoneNumbers
let library: Library | undefined

// Loaded at the first foreign number only: the plans of all countries take some 10 ms and 1 MB.
function load(): Library {
  library = createRequire(import.meta.url)('libphonenumber-js/max') as Library
  return library
}

/**
 * Reads a number with its country code (`+…`), or one of a country that is known from its neighbour.
 *
 * Null where even the length is impossible. Source: libphonenumber, metadata `max`.
 */
export function parseIntl(text: string, callingCode?: string): IntlNumber | null {
  const { parsePhoneNumberFromString } = library ?? load()
  const number =
    callingCode === undefined
      ? parsePhoneNumberFromString(text)
      : parsePhoneNumberFromString(text, { defaultCallingCode: callingCode })
  if (number === undefined || !number.isPossible()) return null
  const valid = number.isValid()
  return {
    canonical: number.number,
    valid,
    ...(number.ext ? { ext: number.ext } : {}),
    ...(number.country ? { country: number.country } : {}),
  }
}

/** Country calling code of an E.164 number: `49` of `+4930…`. */
export function callingCodeOf(canonical: string): string | undefined {
  const { parsePhoneNumberFromString } = library ?? load()
  return parsePhoneNumberFromString(canonical)?.countryCallingCode
}
