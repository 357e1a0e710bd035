import type { PartyKind, PartyValues } from '../../model/intake.ts'

/** Values while a row is read: every key is there from the start, so that all rows have one shape and none is ever deleted. */
export type OpenValues = { [K in keyof PartyValues]: PartyValues[K] | undefined }

const keys = [
  ...['name', 'surname', 'given_name', 'honorific', 'gender', 'birth', 'age_band', 'age_band_on', 'id_number', 'uscc'],
  ...['short_name', 'english_name', 'title', 'department', 'occupation', 'employer', 'education', 'industry'],
  ...[
    'legal_rep',
    'website',
    'remark',
    'source_code',
    'acquired_from',
    'level',
    'owner',
    'status',
    'region',
    'opened_on',
  ],
] as readonly Exclude<keyof PartyValues, 'kind'>[]

export function openValues(): OpenValues {
  const values: Record<string, string | undefined> = { kind: 'person' }
  for (const key of keys) values[key] = undefined
  return values as unknown as OpenValues
}

export function clearValues(values: OpenValues): void {
  values.kind = 'person'
  for (let i = 0; i < keys.length; i++) values[keys[i]!] = undefined
}

/** What was read, as it is kept: only the keys that are known. */
export function keptValues(values: OpenValues, kind: PartyKind): PartyValues {
  const kept: Record<string, string> = { kind }
  for (let i = 0; i < keys.length; i++) {
    const value = values[keys[i]!]
    if (value !== undefined) kept[keys[i]!] = value
  }
  return kept as unknown as PartyValues
}
