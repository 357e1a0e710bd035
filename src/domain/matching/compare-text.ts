import type { EvidenceKind } from '../../model/matching.ts'
import type { Comparer } from './comparer.ts'
import type { Pool } from './pool.ts'
import { editDistance, likeness, makePairMemo } from './similarity.ts'

/** One value a record, as a number into a pool; -1 where not known. */
export interface TextField {
  readonly ids: Int32Array
  readonly pool: Pool
  readonly rarity: Int32Array
}

export const textLevels = ['different', 'alike', 'close', 'one-slip', 'equal'] as const

/** Any text: equal, one slip, few slips, much in common. */
export function compareText(
  key: string,
  evidence: EvidenceKind,
  field: TextField,
  m = [0.12, 0.03, 0.05, 0.1, 0.7],
): Comparer {
  const memo = makePairMemo(17)
  const level = (x: number, y: number): number => likeness(field.pool, x, y) + 1
  return single({ key, evidence, levels: textLevels, m, agrees: 4 }, field, (x, y) => memo(x, y, level))
}

/** Grade that no comparison reaches: agreement is no evidence by itself. */
const never = 16

export const choiceLevels = ['different', 'equal'] as const

/** A value from a short list: equal or not. */
export function compareChoice(key: string, evidence: EvidenceKind, field: TextField, m = [0.15, 0.85]): Comparer {
  return single({ key, evidence, levels: choiceLevels, m, u: [0.6, 0.4], agrees: never }, field, () => 1)
}

/** Gender: seldom wrong. */
export const compareGender = (field: TextField): Comparer => ({
  ...compareChoice('gender', 'other', field, [0.03, 0.97]),
  rarity: () => -1,
})

export const codeLevels = ['different', 'one-slip', 'equal'] as const

/** A postcode, house number or other code: equal, one slip or not. */
export function compareCode(key: string, evidence: EvidenceKind, field: TextField, m = [0.15, 0.05, 0.8]): Comparer {
  return single({ key, evidence, levels: codeLevels, m, agrees: 3 }, field, (x, y) =>
    editDistance(field.pool, x, y) === 1 ? 2 : 1,
  )
}

function single(
  slot: Comparer['slots'][number],
  { ids, rarity }: TextField,
  unequal: (x: number, y: number) => number,
): Comparer {
  const top = slot.levels.length
  return {
    slots: [slot],
    compare: (a, b) => {
      const x = ids[a]!
      const y = ids[b]!
      return x < 0 || y < 0 ? 0 : x === y ? top : unequal(x, y)
    },
    rarity: (a, b, _slot, level) => (level >= top - 1 && level > 1 ? Math.min(rarity[ids[a]!]!, rarity[ids[b]!]!) : -1),
  }
}
