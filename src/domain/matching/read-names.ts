import { type Columns, eachCell, first, joined } from './columns.ts'
import type { OrgNames } from './compare-org.ts'
import type { PersonNames } from './compare-person.ts'
import type { NameKeys } from './fields.ts'
import { readLatinPart } from './latin.ts'
import { buildOrgs } from './org-names.ts'
import { makeInterner, makePool, textOf } from './pool.ts'
import { plainText } from './read-cells.ts'
import { readOrgCell } from './read-org.ts'
import { buildPersons, type PersonBuilder, readPersonCell } from './read-person.ts'

const han = /[\u3400-\u9fff]/

/** Names of all records that are not organisations. */
export function readPersons(records: number, order: Int32Array, columns: Columns, stratum: Uint8Array): PersonNames {
  const builder = buildPersons()
  const aliases = columns('alias')
  const whole = [...columns('name'), ...columns('person-name'), ...aliases]
  const surnames = columns('surname')
  const givens = columns('given-name')
  let record = 0
  const take = (cell: string): void => {
    for (const name of readPersonCell(cell)) builder.add(record, name)
  }
  for (; record < records; record++) {
    if (stratum[record] === 1) continue
    const row = order[record]!
    const surname = first(surnames, row)
    const given = joined(givens, row)
    // A column with the whole name says nothing new where its parts stand beside it
    const split = surname.trim() !== '' || given.trim() !== ''
    if (split) addSplit(builder, record, surname, given)
    eachCell(split ? aliases : whole, row, take)
  }
  return builder.finish(records)
}

function addSplit(builder: PersonBuilder, record: number, surname: string, given: string): void {
  if (han.test(surname + given)) {
    for (const name of readPersonCell(surname + given)) builder.add(record, name)
    return
  }
  const s = readLatinPart(surname)
  const g = readLatinPart(given)
  builder.add(record, { surname: s.text, given: g.text, suffix: s.suffix || g.suffix })
}

/** Names of all records that are or may be organisations. */
export function readOrgs(records: number, order: Int32Array, columns: Columns, stratum: Uint8Array): OrgNames {
  const builder = buildOrgs()
  const always = columns('org-name')
  const every = [...always, ...columns('name'), ...columns('alias')]
  const memo = new Map<string, ReturnType<typeof readOrgCell>>()
  let record = 0
  const take = (cell: string): void => {
    let parts = memo.get(cell)
    if (parts === undefined) {
      parts = plainText(cell) === '' ? [] : readOrgCell(cell)
      if (memo.size > 50_000) memo.clear()
      memo.set(cell, parts)
    }
    for (const part of parts) builder.add(record, part)
  }
  for (; record < records; record++) {
    if (stratum[record] === 0) continue
    eachCell(stratum[record] === 1 ? every : always, order[record]!, take)
  }
  return builder.finish(records)
}

/** Who speaks for each record. */
export function readContactNames(records: number, order: Int32Array, columns: Columns): PersonNames {
  const builder = buildPersons()
  const contacts = columns('contact-name')
  let record = 0
  const take = (cell: string): void => {
    for (const name of readPersonCell(cell)) builder.add(record, name)
  }
  for (; record < records; record++) eachCell(contacts, order[record]!, take)
  return builder.finish(records)
}

/** What tells different customers on one phone or address apart: the sound of surname or brand, and of the whole name. */
export function nameKeys(persons: PersonNames, orgs: OrgNames, records: number): NameKeys {
  const none = (): Int32Array => new Int32Array(records).fill(-1)
  const ids = none()
  const others = none()
  const wholes = none()
  const pairs = new Map<number, number>()
  const texts = makeInterner()
  const spokenSounds = Array.from({ length: persons.sounds.size }, (_, id) => textOf(persons.sounds, id))
  const soundIds = spokenSounds.map((text) => texts.id(text))
  const brands = orgs.brandSound.map((id) => texts.id(textOf(orgs.pool, id)))
  const firms = orgs.coreSound.map((id) => texts.id(textOf(orgs.pool, id)))
  for (let r = 0; r < records; r++) {
    if (orgs.at[r] !== orgs.at[r + 1]) {
      const org = orgs.ids[orgs.at[r]!]!
      const core = orgs.core[org]!
      ids[r] = brands[org]!
      wholes[r] = orgs.brandSize[org]! < orgs.pool.at[core + 1]! - orgs.pool.at[core]! ? firms[org]! : -1
    }
    const i = persons.at[r]!
    if (i === persons.at[r + 1]) continue
    const surname = persons.surnames[i]! < 0 ? -1 : persons.sound[persons.surnames[i]!]!
    const given = persons.givens[i]! < 0 ? -1 : persons.sound[persons.givens[i]!]!
    ids[r] = surname >= 0 ? soundIds[surname]! : given >= 0 ? soundIds[given]! : -1
    others[r] = given >= 0 ? soundIds[given]! : -1
    if (surname < 0 || given < 0) continue
    const pair = surname * spokenSounds.length + given
    const known = pairs.get(pair)
    wholes[r] = known ?? texts.id(spokenSounds[surname]! + spokenSounds[given]!)
    if (known === undefined) pairs.set(pair, wholes[r]!)
  }
  return { ids, others, wholes, pool: makePool(texts.texts) }
}
