/** A civil day, `YYYY-MM-DD`, in the book's own time zone. Never passes through a clock. */
export type IsoDate = string
/** An instant in UTC, `YYYY-MM-DDTHH:MM:SS.sssZ`. */
export type IsoInstant = string
/** Money in hundredths of the currency's unit (分), an exact integer below 2^53. */
export type Fen = number
/** Hundredths of a bit of evidence: +1000 is about 1000 to 1. Integers, so that sums are exact and order-free. */
export type Centibits = number

export type Lang = 'zh' | 'en'
