import { toPinyin } from '../normalize/pinyin.ts'
import type { OrgNames } from './compare-org.ts'
import { loosen } from './compare-person.ts'
import { bitsOf } from './comparer.ts'
import { makeInterner, makePool, shared, sharedInt32 } from './pool.ts'
import type { OrgParts } from './read-org.ts'
import { makeTokens } from './tokens.ts'

const han = /[\u3400-\u9fff]/

export interface OrgBuilder {
  readonly add: (record: number, parts: OrgParts) => void
  readonly finish: (records: number) => OrgNames
}

/** Collects the names of firms, each text laid out once. */
export function buildOrgs(): OrgBuilder {
  const distinct = makeInterner()
  const parts: OrgParts[] = []
  const owners: number[] = []
  const ids: number[] = []
  const formers: number[] = []
  return {
    add: (record, part) => {
      const id = distinct.id(part.full)
      if (id === parts.length) parts.push(part)
      for (let i = owners.length - 1; i >= 0 && owners[i] === record; i--) if (ids[i] === id) return
      owners.push(record)
      ids.push(id)
      formers.push(part.former === true ? 1 : 0)
    },
    finish: (records) => ({ ...layOutOrgs(records, owners, ids, parts), former: Uint8Array.from(formers) }),
  }
}

interface OrgSounds {
  readonly core: string
  readonly brand: string
  readonly plain: string
  readonly start: string
}

/** How core, brand and the first two characters sound; an English name is its own sound. */
function soundsOf({ core, brandSize, latin }: OrgParts): OrgSounds {
  const brand = core.slice(0, brandSize)
  if (latin)
    return {
      core: core.replaceAll(' ', ''),
      brand: brand.replaceAll(' ', ''),
      plain: brand.replaceAll(' ', ''),
      start: core.slice(0, 2),
    }
  const plain = toPinyin(`·${core}`).pinyin.split(' ')
  const loose = plain.map(loosen)
  const size = plain.length === core.length ? brandSize : plain.length
  return {
    core: loose.join(''),
    brand: loose.slice(0, size).join(''),
    plain: plain.slice(0, size).join(''),
    start: plain.slice(0, 2).join(''),
  }
}

function layOutOrgs(
  records: number,
  owners: readonly number[],
  ids: readonly number[],
  parts: readonly OrgParts[],
): Omit<OrgNames, 'former'> {
  const at = new Uint32Array(shared((records + 1) * 4))
  for (const owner of owners) at[owner + 1]!++
  for (let r = 0; r < records; r++) at[r + 1]! += at[r]!
  const texts = makeInterner()
  const column = (value: (part: OrgParts) => number): Int32Array => sharedInt32(parts.map(value))
  const core = column((part) => texts.id(part.core))
  const brand = column((part) => texts.id(part.core.slice(0, part.brandSize)))
  const said = parts.map(soundsOf)
  const out = {
    at,
    ids: sharedInt32(ids),
    full: column((part) => texts.id(part.full)),
    core,
    brand,
    brandSize: column((part) => part.brandSize),
    branch: column((part) => (part.branch === '' ? -1 : texts.id(part.branch))),
    form: Uint8Array.from(parts, (part) => part.form),
    latin: Uint8Array.from(parts, (part) => (part.latin ? 1 : 0)),
    coreSound: sharedInt32(said.map((sound) => texts.id(sound.core))),
    brandSound: sharedInt32(said.map((sound) => texts.id(sound.brand))),
    start: sharedInt32(said.map((sound) => texts.id(sound.start))),
    brandPlain: sharedInt32(said.map((sound) => texts.id(sound.plain))),
  }
  return {
    ...out,
    ...regionsOf(parts),
    ...raritiesOf(parts, ids, { core, brand, size: texts.texts.length }),
    pool: makePool(texts.texts),
    tokens: makeTokens(
      parts.map((part) => part.core),
      (text) => (han.test(text) ? [] : text.split(' ').filter((word) => word !== '' && !idle.has(word))),
    ),
  }
}

/** The regions of each name one after another, as numbers of six digits. */
function regionsOf(parts: readonly OrgParts[]): Pick<OrgNames, 'regionAt' | 'regions'> {
  const regionAt = new Uint32Array(shared((parts.length + 1) * 4))
  const flat: number[] = []
  parts.forEach(({ region }, i) => {
    for (const code of region) flat.push(Number(code.padEnd(6, '0')))
    regionAt[i + 1] = flat.length
  })
  return { regionAt, regions: sharedInt32(flat) }
}

/** How rare each name, its brand and its full form are among all that `ids` tell, in bits. */
function raritiesOf(
  parts: readonly OrgParts[],
  ids: readonly number[],
  { core, brand, size }: { readonly core: Int32Array; readonly brand: Int32Array; readonly size: number },
): Pick<OrgNames, 'rarity' | 'brandRarity' | 'fullRarity'> {
  const counts = new Int32Array(size)
  for (const id of ids) counts[core[id]!]!++
  const places = placesOf(parts, core, size)
  const brands = new Int32Array(size)
  for (const id of ids) brands[brand[id]!]!++
  const share = (count: number): number => bitsOf((count + 0.5) / (ids.length + 50))
  return {
    rarity: sharedInt32(
      parts.map((part, id) =>
        part.latin ? share(counts[core[id]!]!) : bitsOf((places[core[id]!]! - 1 + alone) / (ids.length + 50)),
      ),
    ),
    brandRarity: sharedInt32(parts.map((_, id) => share(brands[brand[id]!]!))),
    // A full registered name, with its place and trade, is borne by one firm
    fullRarity: sharedInt32(
      parts.map((part, id) =>
        part.form === 3 || (part.region.length > 0 && part.brandSize < part.core.length)
          ? bitsOf(registered / (ids.length + 50))
          : part.latin
            ? share(counts[core[id]!]!)
            : bitsOf((places[core[id]!]! - 1 + alone) / (ids.length + 50)),
      ),
    ),
  }
}

const registered = 0.1
/** Other firms of one brand and trade that are not in the table, for each one that is. */
const alone = 0.4

/** In how many places firms of one brand and trade are, at least one; a name without a place counts as none. */
function placesOf(parts: readonly OrgParts[], core: Int32Array, size: number): Int32Array {
  const first: (string | undefined)[] = []
  const more = new Map<number, Set<string>>()
  parts.forEach((part, id) => {
    if (part.region.length === 0) return
    const place = part.region[0]!.slice(0, 4)
    const known = first[core[id]!]
    if (known === undefined) first[core[id]!] = place
    else if (known !== place) more.set(core[id]!, (more.get(core[id]!) ?? new Set([known])).add(place))
  })
  const out = new Int32Array(size).fill(1)
  for (const [id, places] of more) out[id] = places.size
  return out
}

const idle = new Set('the of and de la le les a an in at on by for s'.split(' '))
