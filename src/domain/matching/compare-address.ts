import type { Comparer } from './comparer.ts'
import type { Pool } from './pool.ts'
import { likeness, makePairMemo } from './similarity.ts'
import { containment, overlap, type TokenSets } from './tokens.ts'

/** Addresses by their elements; columns are by distinct address, `ids` by record (-1 none). Texts are sounds. */
export interface AddressField {
  readonly ids: Int32Array
  readonly division: Int32Array
  readonly road: Int32Array
  readonly number: Int32Array
  readonly site: Int32Array
  readonly room: Int32Array
  readonly block: Int32Array
  readonly tower: Int32Array
  readonly latin: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
  readonly words: TokenSets
}

export const addressLevels = [
  'different',
  'same-province',
  'same-city',
  'same-district',
  'same-road',
  'same-site-other-room',
  'same-site',
  'same-room',
  'equal',
] as const

const A = {
  different: 1,
  province: 2,
  city: 3,
  district: 4,
  road: 5,
  otherRoom: 6,
  site: 7,
  room: 8,
  equal: 9,
} as const

/** Chinese addresses by division, road, number, community, block and room; others by their words. */
export function compareAddresses(field: AddressField): Comparer {
  const memo = makePairMemo(18)
  const { ids, rarity } = field
  const level = (x: number, y: number): number => addressLevel(field, x, y)
  return {
    slots: [
      {
        key: 'address',
        evidence: 'address',
        levels: addressLevels,
        m: [0.04, 0.03, 0.1, 0.08, 0.02, 0.02, 0.13, 0.28, 0.3],
        agrees: 8,
      },
    ],
    compare: (a, b) => {
      const x = ids[a]!
      const y = ids[b]!
      return x < 0 || y < 0 ? 0 : memo(x, y, level)
    },
    rarity: (a, b, _slot, grade) => (grade >= A.site ? Math.min(rarity[ids[a]!]!, rarity[ids[b]!]!) : -1),
  }
}

/** How alike two addresses are, by position in the field: a grade of `addressLevels`, 0 where nothing can be said. */
export function addressLevel(field: AddressField, x: number, y: number): number {
  const { latin, division } = field
  if (latin[x]! >= 0 && latin[y]! >= 0) return latinLevel(field, x, y)
  if (latin[x]! >= 0 || latin[y]! >= 0) return 0
  const region = regionLevel(division[x]!, division[y]!)
  const place = region > 0 && region < A.city ? 0 : placeLevel(field, x, y)
  if (place >= A.otherRoom && region === A.city && division[x]! % 100 !== 0 && division[y]! % 100 !== 0) return A.city
  return Math.max(region, place)
}

/** 0 where one side says nothing of it. */
function regionLevel(x: number, y: number): number {
  if (x === 0 || y === 0) return 0
  if (x === y) return x % 100 === 0 ? (x % 10000 === 0 ? A.province : A.city) : A.district
  if (Math.floor(x / 100) === Math.floor(y / 100)) return A.city
  const [wide, narrow] = x % 10000 === 0 ? [x, y] : [y, x]
  if (wide % 10000 === 0 && Math.floor(narrow / 10000) === wide / 10000) return A.province
  return Math.floor(x / 10000) === Math.floor(y / 10000) ? A.province : A.different
}

function placeLevel(field: AddressField, x: number, y: number): number {
  const { road, number, site, room, block, tower, pool } = field
  const roads = alike(pool, road[x]!, road[y]!)
  const sites = alike(pool, site[x]!, site[y]!)
  const numbers = roads === 1 && number[x] !== 0 && number[y] !== 0 ? (number[x] === number[y] ? 1 : -1) : 0
  if (sites !== 1 && numbers !== 1) return roads === 1 ? A.road : 0
  if (sites === -1 && numbers === 1) return room[x] !== 0 && room[x] === room[y] ? A.room : A.otherRoom
  if (sites === 1 && numbers === -1) return A.otherRoom
  const towers = tower[x] !== 0 && tower[y] !== 0 && tower[x] !== tower[y]
  const blocks = block[x] !== 0 && block[y] !== 0 && block[x] !== block[y]
  if (towers || blocks) return A.otherRoom
  if (room[x] === 0 || room[y] === 0) return A.site
  if (room[x] !== room[y]) return A.otherRoom
  return sites === 1 && (numbers === 1 || road[x]! < 0) && road[x] === road[y] && block[x] === block[y]
    ? A.equal
    : A.room
}

/** 1 the same or nearly, -1 different, 0 not said on one side. */
function alike(pool: Pool, x: number, y: number): -1 | 0 | 1 {
  if (x < 0 || y < 0) return 0
  return x === y || likeness(pool, x, y) >= 2 ? 1 : -1
}

function latinLevel({ words, latin, pool }: AddressField, x: number, y: number): number {
  const share = overlap(words, x, y)
  const numbers = sharedNumber(words, x, y)
  if (numbers === 1 && (share >= 500 || likeness(pool, latin[x]!, latin[y]!) >= 2))
    return share >= 750 ? A.equal : A.room
  // The street with its numbers alone, beside the same with city and country behind it
  if (numbers === 1 && Math.min(words.at[x + 1]! - words.at[x]!, words.at[y + 1]! - words.at[y]!) >= 3)
    if (containment(words, x, y) >= 900) return A.room
  if (numbers === 1 && share >= 250) return A.site
  if (numbers === -1 && share >= 550) return A.otherRoom
  if (share >= 500) return A.road
  return share >= 200 ? A.city : A.different
}

/** 1 where a number stands in both, -1 where both have numbers but none in common. */
function sharedNumber({ at, tokens, words }: TokenSets, x: number, y: number): -1 | 0 | 1 {
  let mine = 0
  let yours = 0
  const isNumber = (token: number): boolean => {
    const first = words.units[words.at[token]!]!
    return first >= 48 && first <= 57
  }
  for (let j = at[y]!; j < at[y + 1]!; j++) if (isNumber(tokens[j]!)) yours++
  for (let i = at[x]!; i < at[x + 1]!; i++) {
    if (!isNumber(tokens[i]!)) continue
    mine++
    for (let j = at[y]!; j < at[y + 1]!; j++) if (tokens[j] === tokens[i]) return 1
  }
  return mine > 0 && yours > 0 ? -1 : 0
}
