import { type BlockRule, hashText, mix } from './blocks.ts'
import { textOf } from './pool.ts'
import type { Prepared } from './prepare.ts'

/** Keys of firms: brand and trade, brand, its beginning, rare words, mail domain, contact person. */
export function orgRules(p: Prepared): BlockRule[] {
  const { orgs, emails, contacts } = p
  if (orgs.ids.length === 0) return []
  const each = (r: number, use: (org: number) => void): void => {
    for (let i = orgs.at[r]!; i < orgs.at[r + 1]!; i++) use(orgs.ids[i]!)
  }
  const long = (id: number): boolean => orgs.pool.at[id + 1]! - orgs.pool.at[id]! >= 3
  const rules: BlockRule[] = [
    { rule: 'firm', keys: (r, emit) => each(r, (org) => emit(mix(orgs.coreSound[org]!, 51))) },
    {
      rule: 'brand',
      keys: (r, emit) => each(r, (org) => long(orgs.brandSound[org]!) && emit(mix(orgs.brandSound[org]!, 52))),
    },
    {
      rule: 'brand-beginning',
      cap: 60,
      keys: (r, emit) => each(r, (org) => orgs.latin[org] === 0 && emit(mix(orgs.start[org]!, 53))),
    },
    { rule: 'firm-words', keys: (r, emit) => each(r, (org) => wordKeys(orgs, org, emit)) },
    {
      rule: 'mail-domain',
      keys: (r, emit) => {
        for (let i = emails.at[r]!; i < emails.at[r + 1]!; i++)
          if (emails.domain[emails.ids[i]!]! >= 0) emit(mix(emails.domain[emails.ids[i]!]!, 55))
      },
    },
    {
      rule: 'contact-brand',
      cap: 30,
      keys: (r, emit) => {
        for (let i = contacts.at[r]!; i < contacts.at[r + 1]!; i++) {
          const given = contacts.givens[i]!
          if (given >= 0)
            each(r, (org) =>
              emit(mix(contacts.sound[given]!, orgs.pool.units[orgs.pool.at[orgs.brandSound[org]!]!] ?? 0, 56)),
            )
        }
      },
    },
  ]
  return rules
}

/** The rarest two words of an English name, and the sound of a Chinese brand, which may stand in an English one. */
function wordKeys(
  { tokens, latin, brandPlain, pool }: Prepared['orgs'],
  org: number,
  emit: (key: number) => void,
): void {
  if (latin[org] === 0) {
    emit(mix(hashText(textOf(pool, brandPlain[org]!)), 54))
    return
  }
  const list: number[] = []
  for (let i = tokens.at[org]!; i < tokens.at[org + 1]!; i++) list.push(tokens.tokens[i]!)
  list.sort((a, b) => tokens.weight[b]! - tokens.weight[a]! || a - b)
  for (const token of list.slice(0, 3)) emit(mix(hashText(textOf(tokens.words, token)), 54))
}

/** Keys of places: room, road and number, and names within a city. */
export function addressRules(p: Prepared): BlockRule[] {
  const { ids, road, number, site, room, division, latin } = p.addresses
  if (road.length === 0) return []
  const { at, surnames, givens, sound } = p.persons
  return [
    {
      rule: 'room',
      keys: (r, emit) => {
        const id = ids[r]!
        if (id < 0) return
        if (site[id]! >= 0 && room[id] !== 0) emit(mix(site[id]!, room[id]!, 61))
        else if (road[id]! >= 0 && number[id] !== 0) emit(mix(road[id]!, number[id]!, 62))
        if (latin[id]! >= 0) emit(mix(latin[id]!, 64))
      },
    },
    {
      rule: 'road',
      keys: (r, emit) =>
        ids[r]! >= 0 && road[ids[r]!]! >= 0 && number[ids[r]!] !== 0 && emit(mix(road[ids[r]!]!, number[ids[r]!]!, 62)),
    },
    {
      rule: 'name-city',
      keys: (r, emit) => {
        const id = ids[r]!
        if (id < 0 || division[id] === 0) return
        const city = Math.floor(division[id]! / 100)
        for (let i = at[r]!; i < at[r + 1]!; i++) {
          if (surnames[i]! >= 0) emit(mix(sound[surnames[i]!]!, city, 63))
          if (givens[i]! >= 0) emit(mix(sound[givens[i]!]!, city, 63))
        }
      },
      cap: 40,
    },
  ]
}
