import type { DateField } from './compare-date.ts'
import type { EmailField, IdField, ListField } from './compare-list.ts'
import type { TextField } from './compare-text.ts'
import { bitsOf } from './comparer.ts'
import { makeInterner, makePool, type Pool, shared, sharedInt32, textOf } from './pool.ts'
import { likeness } from './similarity.ts'

/** What tells different customers apart by name: the sound of the surname or brand of each record, -1 where unknown. */
export interface NameKeys {
  readonly ids: Int32Array
  readonly pool: Pool
  /** Second part (given name), for names written in the other order. */
  readonly others: Int32Array
  /** The whole name's sound, in the same pool. */
  readonly wholes: Int32Array
}

/** More different names than this on one value, and it says nothing about who somebody is. */
export const hubNames = 6

const unseen = 0.05

/** Values of a list column as they are collected, record by record. */
export type NamedList = ListField & {
  readonly texts: readonly string[]
  /** How many different names bear each value, and how many records. */
  readonly names: Int32Array
  readonly uses: Int32Array
}

export interface ListBuilder {
  readonly add: (record: number, value: string) => void
  readonly finish: (records: number, names: NameKeys) => NamedList
}

/** Collects the values of records of which each may have several. */
export function buildList(): ListBuilder {
  const interner = makeInterner()
  const owners: number[] = []
  const values: number[] = []
  return {
    add: (record, value) => {
      const id = interner.id(value)
      for (let i = owners.length - 1; i >= 0 && owners[i] === record; i--) if (values[i] === id) return
      owners.push(record)
      values.push(id)
    },
    finish: (records, names) => {
      const at = new Uint32Array(shared((records + 1) * 4))
      for (const owner of owners) at[owner + 1]!++
      for (let r = 0; r < records; r++) at[r + 1]! += at[r]!
      const ids = sharedInt32(values)
      const { distinct, uses, whole } = countNames(interner.texts.length, owners, values, names)
      const hub = new Uint8Array(shared(distinct.length), 0, distinct.length)
      const rarity = new Int32Array(shared(distinct.length * 4), 0, distinct.length)
      for (let id = 0; id < distinct.length; id++) {
        hub[id] = distinct[id]! >= hubNames ? 1 : 0
        // What counts is the chance that somebody else bears it: the other names, and a little for those not seen
        rarity[id] = bitsOf((Math.max(whole[id]!, 1) - 1 + unseen) / (records + 50))
      }
      return { at, ids, pool: makePool(interner.texts), rarity, hub, texts: interner.texts, names: distinct, uses }
    },
  }
}

/** How many different names bear each value; the same name with a slip, or in the other order, counts once. */
export function countNames(
  size: number,
  owners: readonly number[],
  values: ArrayLike<number>,
  names: NameKeys,
): { distinct: Int32Array; uses: Int32Array; whole: Int32Array } {
  const at = new Uint32Array(size + 1)
  for (let i = 0; i < owners.length; i++) at[values[i]! + 1]!++
  for (let id = 0; id < size; id++) at[id + 1]! += at[id]!
  const next = at.slice(0, size)
  const records = new Int32Array(owners.length)
  for (let i = 0; i < owners.length; i++) records[next[values[i]!]!++] = owners[i]!
  const distinct = new Int32Array(size)
  const uses = new Int32Array(size)
  const whole = new Int32Array(size).fill(1)
  for (let id = 0; id < size; id++) {
    uses[id] = at[id + 1]! - at[id]!
    if (uses[id] === 1) {
      distinct[id] = 1
      continue
    }
    const among = records.subarray(at[id]!, at[id + 1]!)
    distinct[id] = Math.max(1, namesAmong(among, names.ids, names))
    whole[id] = Math.max(1, namesAmong(among, names.wholes, names))
  }
  return { distinct, uses, whole }
}

function namesAmong(records: Int32Array, ids: Int32Array, { others, pool }: NameKeys): number {
  const kept: number[] = []
  const seen = new Set<number>()
  for (const record of records) {
    const id = ids[record]!
    if (id < 0 || seen.has(id)) continue
    seen.add(id)
    const other = others[record]!
    if (kept.length < 40 && kept.some((one) => one === other || likeness(pool, one, id) >= 2)) continue
    kept.push(id)
  }
  return kept.length
}

export interface TextBuilder {
  readonly set: (record: number, value: string) => void
  readonly finish: (records: number) => TextField & { readonly texts: readonly string[] }
}

/** Collects one text for each record. */
export function buildText(records: number): TextBuilder {
  const interner = makeInterner()
  const ids = new Int32Array(shared(records * 4), 0, records).fill(-1)
  return {
    set: (record, value) => {
      ids[record] = interner.id(value)
    },
    finish: () => {
      const counts = new Int32Array(interner.texts.length)
      let known = 0
      for (let r = 0; r < records; r++)
        if (ids[r]! >= 0) {
          counts[ids[r]!]!++
          known++
        }
      const rarity = new Int32Array(shared(counts.length * 4), 0, counts.length)
      for (let id = 0; id < counts.length; id++) rarity[id] = bitsOf((counts[id]! + 0.5) / (known + 50))
      return { ids, pool: makePool(interner.texts), rarity, texts: interner.texts }
    },
  }
}

/** Mail hosts open to everybody: their names say nothing of a firm. */
const publicHosts = new Set(
  'qq.com 163.com 126.com sina.com sina.cn foxmail.com 139.com 189.cn wo.cn yeah.net sohu.com 21cn.com aliyun.com tom.com vip.qq.com vip.163.com gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com yahoo.co.uk ymail.com icloud.com me.com aol.com gmx.de gmx.net web.de mail.ru yandex.ru proton.me protonmail.com'.split(
    ' ',
  ),
)

/** Adds what an e-mail comparison needs to a list of addresses. */
export function toEmailField(list: NamedList, names: NameKeys): EmailField & NamedList {
  const locals = makeInterner()
  const domains = makeInterner()
  const local = new Int32Array(shared(list.texts.length * 4), 0, list.texts.length)
  const domain = new Int32Array(shared(list.texts.length * 4), 0, list.texts.length)
  list.texts.forEach((text, id) => {
    const cut = text.lastIndexOf('@')
    const host = text.slice(cut + 1)
    local[id] = locals.id(text.slice(0, Math.max(cut, 0)))
    domain[id] = cut < 0 || publicHosts.has(host) ? -1 : domains.id(host)
  })
  return { ...list, locals: makePool(locals.texts), local, domain, named: namedLocals(list, names) }
}

/** Which addresses are made of the name of one who bears them: j.jones, wangwei, zhang.san1. */
function namedLocals({ at, ids, texts }: NamedList, names: NameKeys): Uint8Array {
  const out = new Uint8Array(shared(texts.length), 0, texts.length)
  for (let r = 0; r + 1 < at.length; r++) {
    if (at[r] === at[r + 1] || names.ids[r]! < 0) continue
    const surname = textOf(names.pool, names.ids[r]!)
    const given = names.others[r]! < 0 ? '' : textOf(names.pool, names.others[r]!)
    for (let i = at[r]!; i < at[r + 1]!; i++) if (isMadeOf(texts[ids[i]!]!, surname, given)) out[ids[i]!] = 1
  }
  return out
}

/** Letters and digits beside the name that may be initials or one of several namesakes. */
const besideName = 2

function isMadeOf(address: string, surname: string, given: string): boolean {
  const local = address.slice(0, address.lastIndexOf('@'))
  const longer = surname.length >= given.length ? surname : given
  if (longer.length < 3 || !local.includes(longer)) return false
  const rest = local
    .replace(longer, '')
    .replace(longer === surname ? given : surname, '')
    .replace(/[^a-z0-9]/g, '')
  return rest.length <= besideName
}

/** Numbers of different sorts are kept as `sort:number`. */
export function toIdField(list: NamedList): IdField & NamedList {
  const sorts = makeInterner()
  const sort = new Uint8Array(shared(list.texts.length), 0, list.texts.length)
  const bare = list.texts.map((text, id) => {
    const cut = text.indexOf(':')
    sort[id] = sorts.id(text.slice(0, cut)) & 255
    return text.slice(cut + 1)
  })
  return { ...list, pool: makePool(bare), sort }
}

/** Dates by record (yyyymmdd, 0 not known) with how rare each is. */
export function toDateField(days: Int32Array, names: NameKeys): DateField {
  const owners: number[] = []
  const values: number[] = []
  const numbers = new Map<number, number>()
  for (let r = 0; r < days.length; r++) {
    if (days[r] === 0) continue
    const known = numbers.get(days[r]!)
    const id = known ?? numbers.size
    if (known === undefined) numbers.set(days[r]!, id)
    owners.push(r)
    values.push(id)
  }
  const { distinct } = countNames(numbers.size, owners, values, names)
  const rarity = new Int32Array(shared(days.length * 4), 0, days.length).fill(-1)
  // A birth date is never much rarer than one in thirty thousand days
  for (let i = 0; i < owners.length; i++)
    rarity[owners[i]!] = bitsOf(Math.max((distinct[values[i]!]! + 50 / 25_000) / (owners.length + 50), 1 / 25_000))
  return { days, rarity }
}
