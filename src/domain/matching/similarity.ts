import type { Pool } from './pool.ts'

const masks = new Int32Array(65536)
const rows = [new Int32Array(256), new Int32Array(256), new Int32Array(256)] as const

/**
 * Edit distance with neighbour swaps (optimal string alignment) between two texts of a pool.
 *
 * Texts longer than 255 units are cut. Source: Hyyrö 2003, bit-parallel, up to 32 units; a table beyond.
 */
export function editDistance(pool: Pool, a: number, b: number): number {
  const { units, at } = pool
  let p = at[a]!
  let pn = Math.min(at[a + 1]! - p, 255)
  let t = at[b]!
  let tn = Math.min(at[b + 1]! - t, 255)
  while (pn > 0 && tn > 0 && units[p] === units[t]) {
    p++
    t++
    pn--
    tn--
  }
  while (pn > 0 && tn > 0 && units[p + pn - 1] === units[t + tn - 1]) {
    pn--
    tn--
  }
  if (pn === 0) return tn
  if (tn === 0) return pn
  return Math.min(pn, tn) <= 32 ? bitDistance(units, p, pn, t, tn) : tableDistance(units, p, pn, t, tn)
}

function bitDistance(units: Uint16Array, p0: number, pn0: number, t0: number, tn0: number): number {
  const [p, pn, t, tn] = pn0 <= tn0 ? [p0, pn0, t0, tn0] : [t0, tn0, p0, pn0]
  for (let i = 0; i < pn; i++) masks[units[p + i]!]! |= 1 << i
  const last = 1 << (pn - 1)
  let distance = pn
  let vp = -1
  let vn = 0
  let d0 = 0
  let before = 0
  for (let j = 0; j < tn; j++) {
    const pm = masks[units[t + j]!]!
    const swap = ((~d0 & pm) << 1) & before
    d0 = ((((pm & vp) + vp) | 0) ^ vp) | pm | vn | swap
    let hp = vn | ~(d0 | vp)
    let hn = d0 & vp
    if ((hp & last) !== 0) distance++
    if ((hn & last) !== 0) distance--
    hp = (hp << 1) | 1
    hn <<= 1
    vp = hn | ~(d0 | hp)
    vn = hp & d0
    before = pm
  }
  for (let i = 0; i < pn; i++) masks[units[p + i]!] = 0
  return distance
}

function tableDistance(units: Uint16Array, p: number, pn: number, t: number, tn: number): number {
  let [older, above, row] = rows as readonly [Int32Array, Int32Array, Int32Array]
  for (let j = 0; j <= tn; j++) above[j] = j
  for (let i = 1; i <= pn; i++) {
    row[0] = i
    for (let j = 1; j <= tn; j++) {
      const same = units[p + i - 1] === units[t + j - 1]
      let best = Math.min(above[j]! + 1, row[j - 1]! + 1, above[j - 1]! + (same ? 0 : 1))
      const swapped = i > 1 && j > 1 && units[p + i - 1] === units[t + j - 2] && units[p + i - 2] === units[t + j - 1]
      if (swapped) best = Math.min(best, older[j - 2]! + 1)
      row[j] = best
    }
    const free = older
    older = above
    above = row
    row = free
  }
  return above[tn]!
}

/** How alike two texts of a pool are: 4 equal · 3 one slip · 2 few slips · 1 much in common · 0 else. */
export function likeness(pool: Pool, a: number, b: number): 0 | 1 | 2 | 3 | 4 {
  if (a === b) return 4
  const la = pool.at[a + 1]! - pool.at[a]!
  const lb = pool.at[b + 1]! - pool.at[b]!
  const longest = Math.max(la, lb)
  const apart = Math.abs(la - lb)
  if (apart * 10 > longest * 4) return 0
  const distance = editDistance(pool, a, b)
  if (distance === 0) return 4
  if (distance === 1 && longest >= 3) return 3
  if (distance * 4 <= longest) return 2
  if (distance * 10 <= longest * 4) return 1
  return 0
}

/** A small store of results for pairs of numbers; forgets the older of two that meet in one slot. */
export function makePairMemo(bits: number): (a: number, b: number, make: (a: number, b: number) => number) => number {
  const size = 1 << bits
  const firsts = new Int32Array(size).fill(-1)
  const seconds = new Int32Array(size)
  const results = new Uint8Array(size)
  return (a, b, make) => {
    const x = Math.min(a, b)
    const y = Math.max(a, b)
    const slot = ((Math.imul(x, 0x9e3779b1) ^ Math.imul(y, 0x85ebca6b)) >>> (32 - bits)) & (size - 1)
    if (firsts[slot] === x && seconds[slot] === y) return results[slot]!
    const result = make(x, y)
    firsts[slot] = x
    seconds[slot] = y
    results[slot] = result
    return result
  }
}
