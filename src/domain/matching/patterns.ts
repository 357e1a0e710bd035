import type { Comparer, Slot } from './comparer.ts'

/** Comparers with the places of their grades in the two words of a pattern. */
export interface Layout {
  readonly comparers: readonly Comparer[]
  readonly slots: readonly Slot[]
  /** For each comparer: which word (0, 1) and how far to shift. */
  readonly word: readonly number[]
  readonly shift: readonly number[]
  /** For each slot: its comparer, number inside the comparer, word and shift. */
  readonly slotComparer: readonly number[]
  readonly slotInner: readonly number[]
  readonly slotWord: readonly number[]
  readonly slotShift: readonly number[]
  /** Slots of an address and of its parts in columns of their own, the address first; none where there is no whole address. */
  readonly places: readonly number[]
  /** Keys of comparers there was no room for. */
  readonly left: readonly string[]
}

/** Lays grades out four bits each: eight slots in the first word, seven in the second, whose last four bits hold the stratum. */
export function layOut(all: readonly Comparer[]): Layout {
  const used = [0, 0]
  const room = [8, 7]
  const kept: Comparer[] = []
  const layout = {
    word: [] as number[],
    shift: [] as number[],
    slots: [] as Slot[],
    slotComparer: [] as number[],
    slotInner: [] as number[],
    slotWord: [] as number[],
    slotShift: [] as number[],
    left: [] as string[],
  }
  for (const comparer of all) {
    const size = comparer.slots.length
    const word = used[0]! + size <= room[0]! ? 0 : used[1]! + size <= room[1]! ? 1 : -1
    if (word < 0) {
      layout.left.push(...comparer.slots.map((slot) => slot.key))
      continue
    }
    layout.word.push(word)
    layout.shift.push(used[word]! * 4)
    comparer.slots.forEach((slot, inner) => {
      layout.slots.push(slot)
      layout.slotComparer.push(kept.length)
      layout.slotInner.push(inner)
      layout.slotWord.push(word)
      layout.slotShift.push((used[word]! + inner) * 4)
    })
    used[word]! += size
    kept.push(comparer)
  }
  return { comparers: kept, ...layout, places: placesOf(layout.slots) }
}

function placesOf(slots: readonly Slot[]): number[] {
  const whole = slots.findIndex(({ key }) => key === 'address')
  return whole < 0
    ? []
    : [whole, ...slots.flatMap(({ evidence, key }, i) => (evidence === 'address' && key !== 'address' ? [i] : []))]
}

/** The different patterns met, numbered as they come. Word 1 has the stratum in its upper four bits. */
export interface PatternTable {
  readonly count: () => number
  readonly id: (lo: number, hi: number) => number
  readonly lo: (id: number) => number
  readonly hi: (id: number) => number
}

/** An empty table of patterns. */
export function makePatternTable(): PatternTable {
  let size = 1 << 12
  let slots = new Int32Array(size).fill(-1)
  const los: number[] = []
  const his: number[] = []
  const place = (lo: number, hi: number): number => {
    let slot = (Math.imul(lo, 0x9e3779b1) ^ Math.imul(hi, 0x85ebca6b)) >>> 0
    slot = (slot ^ (slot >>> 15)) & (size - 1)
    while (slots[slot]! >= 0 && (los[slots[slot]!] !== lo || his[slots[slot]!] !== hi)) slot = (slot + 1) & (size - 1)
    return slot
  }
  const grow = (): void => {
    size *= 2
    slots = new Int32Array(size).fill(-1)
    for (let id = 0; id < los.length; id++) slots[place(los[id]!, his[id]!)] = id
  }
  return {
    count: () => los.length,
    lo: (id) => los[id]!,
    hi: (id) => his[id]!,
    id: (lo, hi) => {
      const slot = place(lo, hi)
      const known = slots[slot]!
      if (known >= 0) return known
      los.push(lo)
      his.push(hi)
      slots[slot] = los.length - 1
      if (los.length * 2 > size) grow()
      return los.length - 1
    },
  }
}

export const strata = ['person', 'org'] as const

const stratumShift = 28

/** Grades of a pair of one stratum (bit 0: an organisation, bit 1: both names are Han), as the two words. */
export function gradesOf(layout: Layout, a: number, b: number, stratum: number, into: Int32Array): void {
  let lo = 0
  let hi = stratum << stratumShift
  const { comparers, word, shift } = layout
  for (let i = 0; i < comparers.length; i++) {
    const grades = comparers[i]!.compare(a, b) << shift[i]!
    if (word[i] === 0) lo |= grades
    else hi |= grades
  }
  into[0] = lo
  into[1] = hi
}

/** The grade of a slot in a pattern; 0 is not known. */
export const gradeAt = (layout: Layout, lo: number, hi: number, slot: number): number =>
  ((layout.slotWord[slot] === 0 ? lo : hi) >>> layout.slotShift[slot]!) & 15

/** 1 where an organisation is compared, by the second word of a pattern. */
export const stratumOf = (hi: number): number => (hi >>> stratumShift) & 1

/** Both have names in Han characters, which many people share. */
export const isHanPair = (hi: number): boolean => ((hi >>> stratumShift) & 2) !== 0
