import type { MatchTable } from '../../model/matching.ts'
import { canonicalOrder, columnsOf } from './columns.ts'
import type { AddressField } from './compare-address.ts'
import type { EmailField, IdField } from './compare-list.ts'
import type { OrgNames } from './compare-org.ts'
import type { PersonNames } from './compare-person.ts'
import type { TextField } from './compare-text.ts'
import { type NamedList, type NameKeys, toEmailField, toIdField } from './fields.ts'
import {
  addressManner,
  type PreparedText,
  readAddresses,
  readContacts,
  readDays,
  readGenders,
  readTexts,
} from './read-facts.ts'
import { nameKeys, readContactNames, readOrgs, readPersons } from './read-names.ts'
import { markScripts, readStrata } from './strata.ts'

/** A table taken apart: what is compared, and what blocks are made of. Records are in canonical order. */
export interface Prepared {
  readonly records: number
  /** Canonical place → the table's row, and back. */
  readonly order: Int32Array
  readonly rank: Int32Array
  /** 0 person, 1 organisation, 2 unknown, plus 4 where the name is Han and 8 where there is none. */
  readonly stratum: Uint8Array
  readonly persons: PersonNames
  readonly orgs: OrgNames
  readonly contacts: PersonNames
  readonly addresses: AddressField
  readonly names: NameKeys
  readonly phones: NamedList
  readonly lines: NamedList
  readonly emails: EmailField & NamedList
  readonly handles: NamedList
  readonly ids: IdField & NamedList
  /** Birth dates as yyyymmdd, 0 unknown. */
  readonly days: Int32Array
  readonly texts: readonly PreparedText[]
  readonly genders: TextField
}

/** Reads every cell once and lays all values out in memory that threads can share. */
export function prepare(table: MatchTable): Prepared {
  const { order, rank } = canonicalOrder(table)
  const records = table.size
  const columns = columnsOf(table)
  const stratum = readStrata(records, order, columns)
  const persons = readPersons(records, order, columns, stratum)
  const orgs = readOrgs(records, order, columns, stratum)
  const names = nameKeys(persons, orgs, records)
  markScripts(stratum, persons)
  const lists = readContacts(records, order, columns)
  const manner = addressManner(columns)
  return {
    records,
    order,
    rank,
    stratum,
    persons,
    orgs,
    contacts: readContactNames(records, order, columns),
    addresses: readAddresses(records, order, columns, { manner, names }),
    names,
    phones: lists.phones.finish(records, names),
    lines: lists.lines.finish(records, names),
    emails: toEmailField(lists.emails.finish(records, names), names),
    handles: lists.handles.finish(records, names),
    ids: toIdField(lists.ids.finish(records, names)),
    days: readDays(records, order, columns),
    texts: readTexts(table, order, manner),
    genders: readGenders(records, order, columns, stratum),
  }
}
