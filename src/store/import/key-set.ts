/** A set of positive 53-bit numbers in one flat array: a million take 16 MB and no garbage. */
export interface KeySet {
  /** Adds a key; true when it was there already. */
  readonly addSeen: (key: number) => boolean
}

/** Opens an empty set. Zero is not a key. */
export function keySet(): KeySet {
  let slots = new Float64Array(1 << 12)
  let size = 0
  const place = (into: Float64Array, key: number): number => {
    const mask = into.length - 1
    let at = (Math.imul(key | 0, 0x9e3779b1) ^ (key / 4294967296)) & mask
    while (into[at] !== 0 && into[at] !== key) at = (at + 1) & mask
    return at
  }
  return {
    addSeen(key) {
      const at = place(slots, key)
      if (slots[at] === key) return true
      slots[at] = key
      if (++size * 2 > slots.length) {
        const larger = new Float64Array(slots.length * 2)
        for (const old of slots) if (old !== 0) larger[place(larger, old)] = old
        slots = larger
      }
      return false
    },
  }
}
