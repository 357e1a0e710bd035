import { type BlockRule, hashText, mix, type Refiner } from './blocks.ts'
import type { ListField } from './compare-list.ts'
import type { Prepared } from './prepare.ts'
import type { PreparedText } from './read-facts.ts'
import { addressRules, orgRules } from './rules-firm.ts'

/** Keys that bring records together, strictest first; values that many names share make no block of their own. */
export function blockRules(p: Prepared): BlockRule[] {
  return [...exactRules(p), ...personRules(p), ...orgRules(p), ...addressRules(p), ...textRules(p)]
}

function exactRules(p: Prepared): BlockRule[] {
  const rules: BlockRule[] = []
  const add = (rule: string, list: ListField, seed: number): void => {
    if (list.ids.length > 0) rules.push({ rule, keys: listKeys(list, seed) })
  }
  add('id', p.ids, 11)
  add('phone', p.phones, 12)
  add('email', p.emails, 13)
  add('handle', p.handles, 14)
  add('line', p.lines, 15)
  if (p.emails.ids.length > 0) rules.push({ rule: 'email-name', keys: localKeys(p) })
  return rules
}

function listKeys({ at, ids, hub }: ListField, seed: number): BlockRule['keys'] {
  return (r, emit) => {
    for (let i = at[r]!; i < at[r + 1]!; i++) if (hub[ids[i]!] === 0) emit(mix(ids[i]!, seed))
  }
}

/** The part of an e-mail before the @, where it is long enough to mean somebody. */
function localKeys({ emails }: Prepared): BlockRule['keys'] {
  const { at, ids, local, locals, hub } = emails
  return (r, emit) => {
    for (let i = at[r]!; i < at[r + 1]!; i++) {
      const id = local[ids[i]!]!
      if (hub[ids[i]!] === 0 && locals.at[id + 1]! - locals.at[id]! >= 5) emit(mix(id, 16))
    }
  }
}

function personRules(p: Prepared): BlockRule[] {
  const { at, surnames, givens, sound, loose, sounds, han } = p.persons
  if (surnames.length === 0) return []
  const { days } = p
  const each = (r: number, use: (surname: number, given: number) => void): void => {
    for (let i = at[r]!; i < at[r + 1]!; i++) use(surnames[i]!, givens[i]!)
  }
  const initial = (id: number): number => sounds.units[sounds.at[sound[id]!]!] ?? 0
  const rules: BlockRule[] = [
    {
      rule: 'full-name',
      keys: (r, emit) =>
        each(r, (s, g) => {
          if (s >= 0 && g >= 0) emit(mix(Math.min(sound[s]!, sound[g]!), Math.max(sound[s]!, sound[g]!), 21))
          else if (g >= 0 && han[g] === 1) emit(mix(sound[g]!, 0, 22))
        }),
    },
    {
      rule: 'loose-name',
      keys: (r, emit) =>
        each(r, (s, g) => {
          if (s >= 0 && g >= 0 && han[s] === 1) emit(mix(loose[s]!, loose[g]!, 23))
        }),
    },
    {
      rule: 'birth-date',
      keys: (r, emit) => {
        const day = days[r]!
        if (day > 10_000 && day % 10_000 !== 0) emit(mix(day, 24))
      },
    },
    {
      rule: 'surname-birth-year',
      keys: (r, emit) => {
        const year = Math.floor(days[r]! / 10_000)
        if (year > 0) each(r, (s) => s >= 0 && emit(mix(sound[s]!, year, 25)))
      },
    },
    {
      rule: 'given-birth-year',
      keys: (r, emit) => {
        const year = Math.floor(days[r]! / 10_000)
        if (year > 0) each(r, (_, g) => g >= 0 && emit(mix(sound[g]!, year, 26)))
      },
    },
    {
      rule: 'initials-birth-day',
      keys: (r, emit) => {
        const day = days[r]! % 10_000
        if (day > 0) each(r, (s, g) => s >= 0 && g >= 0 && emit(mix(day, initial(s) * 256 + initial(g), 27)))
      },
    },
    {
      rule: 'surname',
      cap: 30,
      keys: (r, emit) =>
        each(r, (s, g) =>
          s >= 0 ? han[s] === 0 && emit(mix(sound[s]!, 28)) : g >= 0 && han[g] === 0 && emit(mix(sound[g]!, 28)),
        ),
    },
  ]
  return rules
}

function textRules(p: Prepared): BlockRule[] {
  const { at, surnames, givens, sound } = p.persons
  const of = (...kinds: string[]): readonly PreparedText[] => p.texts.filter((text) => kinds.includes(text.kind))
  const rules: BlockRule[] = []
  for (const { column, kind, field } of of('postcode', 'city', 'address', 'district', 'code')) {
    rules.push({
      rule: `name-${column}`,
      keys: (r, emit) => {
        const id = field.ids[r]!
        if (id < 0) return
        for (let i = at[r]!; i < at[r + 1]!; i++) {
          if (surnames[i]! >= 0) emit(mix(sound[surnames[i]!]!, id, 31))
          if (givens[i]! >= 0) emit(mix(sound[givens[i]!]!, id, 31))
        }
      },
    })
    if (kind === 'address' || kind === 'code' || kind === 'postcode')
      rules.push({ rule: column, keys: (r, emit) => field.ids[r]! >= 0 && emit(mix(field.ids[r]!, 32)) })
  }
  for (const { column, kind, field } of of('text', 'address')) {
    const rare = rareWords(field.texts)
    rules.push({
      rule: `words-${column}`,
      keys: (r, emit) => field.ids[r]! >= 0 && rare(field.ids[r]!, emit),
      cap: kind === 'text' ? 100 : 60,
    })
  }
  return rules
}

/** Up to four of the rarest words of a text, each a key. */
function rareWords(texts: readonly string[]): (id: number, emit: (key: number) => void) => void {
  const counts = new Map<string, number>()
  const lists = texts.map((text) => [...new Set(text.split(' ').filter((word) => word.length > 2 || /\d/.test(word)))])
  for (const list of lists) for (const word of list) counts.set(word, (counts.get(word) ?? 0) + 1)
  const keys = lists.map((list) =>
    Int32Array.from(
      list
        .sort((a, b) => counts.get(a)! - counts.get(b)! || (a < b ? -1 : 1))
        .filter((word) => counts.get(word)! > 1)
        .slice(0, 4),
      (word) => mix(hashText(word), 33),
    ),
  )
  return (id, emit) => {
    for (const key of keys[id]!) emit(key)
  }
}

/** Second facts that cut an oversize block: birth year, day, given name, surname, phone, city, postcode. */
export function refinersOf(p: Prepared): Refiner[] {
  const out: Refiner[] = []
  const from = (value: (record: number) => number): Refiner =>
    Int32Array.from({ length: p.records }, (_, r) => value(r))
  const list = ({ at, ids, hub }: ListField): Refiner =>
    from((r) => (at[r] === at[r + 1] || hub[ids[at[r]!]!] === 1 ? 0 : mix(ids[at[r]!]!, 41)))
  if (p.days.some((day) => day !== 0)) {
    out.push(from((r) => (p.days[r]! >= 10_000 ? mix(Math.floor(p.days[r]! / 10_000), 42) : 0)))
    out.push(from((r) => (p.days[r]! % 10_000 === 0 ? 0 : mix(p.days[r]! % 10_000, 43))))
  }
  for (const field of [p.phones, p.emails, p.handles, p.ids]) if (field.ids.length > 0) out.push(list(field))
  if (p.persons.surnames.length > 0) {
    out.push(from((r) => (p.names.ids[r]! < 0 ? 0 : mix(p.names.ids[r]!, 44))))
    out.push(from((r) => (p.names.others[r]! < 0 ? 0 : mix(p.names.others[r]!, 44))))
  }
  if (p.addresses.ids.some((id) => id >= 0))
    out.push(
      from((r) =>
        p.addresses.ids[r]! < 0 || p.addresses.division[p.addresses.ids[r]!] === 0
          ? 0
          : mix(p.addresses.division[p.addresses.ids[r]!]!, 46),
      ),
    )
  for (const { kind, field } of p.texts)
    if (kind === 'city' || kind === 'district' || kind === 'postcode' || kind === 'text' || kind === 'address')
      out.push(from((r) => (field.ids[r]! < 0 ? 0 : mix(field.ids[r]!, 45))))
  return out
}
