import type { PartyKind, PartyValues } from '../../model/intake.ts'

/** Values while a row is read: every key is there from the start, so that all rows have one shape and none is ever deleted. */
export type OpenValues = { [K in keyof PartyValues]-?: PartyValues[K] | undefined }

export const openValues = (): OpenValues => {
  const values = {} as OpenValues
  clearValues(values)
  return values
}

// Key by key instead of in a loop: this runs for every row, and named keys are three times as fast.

export function clearValues(values: OpenValues): void {
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

/** What was read, as it is kept: only the keys that are known. */
export function keptValues(from: OpenValues, kind: PartyKind): PartyValues {
  const to: PartyValues = { kind }
  if (from.name !== undefined) to.name = from.name
  if (from.surname !== undefined) to.surname = from.surname
  if (from.given_name !== undefined) to.given_name = from.given_name
  if (from.honorific !== undefined) to.honorific = from.honorific
  if (from.gender !== undefined) to.gender = from.gender
  if (from.birth !== undefined) to.birth = from.birth
  if (from.age_band !== undefined) to.age_band = from.age_band
  if (from.age_band_on !== undefined) to.age_band_on = from.age_band_on
  if (from.id_number !== undefined) to.id_number = from.id_number
  if (from.uscc !== undefined) to.uscc = from.uscc
  if (from.short_name !== undefined) to.short_name = from.short_name
  if (from.english_name !== undefined) to.english_name = from.english_name
  if (from.title !== undefined) to.title = from.title
  if (from.department !== undefined) to.department = from.department
  if (from.occupation !== undefined) to.occupation = from.occupation
  if (from.employer !== undefined) to.employer = from.employer
  if (from.education !== undefined) to.education = from.education
  if (from.industry !== undefined) to.industry = from.industry
  if (from.legal_rep !== undefined) to.legal_rep = from.legal_rep
  if (from.website !== undefined) to.website = from.website
  if (from.remark !== undefined) to.remark = from.remark
  if (from.source_code !== undefined) to.source_code = from.source_code
  if (from.acquired_from !== undefined) to.acquired_from = from.acquired_from
  if (from.level !== undefined) to.level = from.level
  if (from.owner !== undefined) to.owner = from.owner
  if (from.status !== undefined) to.status = from.status
  if (from.region !== undefined) to.region = from.region
  if (from.opened_on !== undefined) to.opened_on = from.opened_on
  return to
}
