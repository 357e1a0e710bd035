import type { PartyValues } from './intake.ts'

/** Columns of `party` that a draft fills, by dictionary key. */
export const PARTY_COLUMNS = [
  'surname',
  'given_name',
  'honorific',
  'gender',
  'birth',
  'age_band',
  'age_band_on',
  'id_number',
  'uscc',
  'short_name',
  'english_name',
  'title',
  'department',
  'occupation',
  'employer',
  'education',
  'industry',
  'legal_rep',
  'website',
  'region',
  'remark',
] as const satisfies readonly (keyof PartyValues)[]

/** Columns of `customer` that a draft fills, by dictionary key; `status` is the customer's own state as the source says it. */
export const CUSTOMER_COLUMNS = [
  'source_code',
  'acquired_from',
  'level',
  'owner',
  'status',
  'opened_on',
] as const satisfies readonly (keyof PartyValues)[]
