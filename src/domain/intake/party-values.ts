import type { PartyKind, PartyValues } from '../../model/intake.ts'

/** Values while a row is read: every key is there from the start, so that all rows have one shape and none is ever deleted. */
export type OpenValues = { [K in keyof PartyValues]-?: PartyValues[K] | undefined }

/** Values with nothing known. */
export const openValues = (): OpenValues => {
  const values = {} as OpenValues
  clearValues(values)
  return values
}

/** Forgets all values, for the next row. */
export function clearValues(values: OpenValues): void {
  // Key by key instead of in a loop: this runs for every row, and named keys are three times as fast.
  values.kind = 'person'
  values.name = undefined
  values.surname = undefined
  values.given_name = undefined
  values.honorific = undefined
  values.gender = undefined
  values.birth = undefined
  values.age_band = undefined
  values.age_band_on = undefined
  values.id_number = undefined
  values.uscc = undefined
  values.short_name = undefined
  values.english_name = undefined
  values.title = undefined
  values.department = undefined
  values.occupation = undefined
  values.employer = undefined
  values.education = undefined
  values.industry = undefined
  values.legal_rep = undefined
  values.website = undefined
  values.remark = undefined
  values.source_code = undefined
  values.acquired_from = undefined
  values.level = undefined
  values.owner = undefined
  values.status = undefined
  values.region = undefined
  values.opened_on = undefined
}

/** What was read, as it is kept. Keys that are not known are there and undefined, so that all rows have one shape. */
export const keptValues = (from: OpenValues, kind: PartyKind): PartyValues => ({ ...from, kind }) as PartyValues
