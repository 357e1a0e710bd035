import type { OrgNames } from './compare-org.ts'
import { textOf } from './pool.ts'
import { editDistance } from './similarity.ts'

/** Another region, another kind of company, or a branch against its parent or another branch. */
export function conflicting(names: OrgNames, x: number, y: number): boolean {
  return branchesDiffer(names, x, y) || regionsDiffer(names, x, y) || formsDiffer(names.form[x]!, names.form[y]!)
}

function branchesDiffer({ branch, pool }: OrgNames, x: number, y: number): boolean {
  const bx = branch[x]!
  const by = branch[y]!
  if (bx === by) return false
  if (bx < 0 || by < 0) return true
  const a = textOf(pool, bx)
  const b = textOf(pool, by)
  return !(a.includes(b) || b.includes(a) || (a.length > 2 && editDistance(pool, bx, by) === 1))
}

function regionsDiffer({ regionAt, regions }: OrgNames, x: number, y: number): boolean {
  if (regionAt[x] === regionAt[x + 1] || regionAt[y] === regionAt[y + 1]) return false
  for (let i = regionAt[x]!; i < regionAt[x + 1]!; i++)
    for (let j = regionAt[y]!; j < regionAt[y + 1]!; j++)
      if (within(regions[i]!, regions[j]!) || within(regions[j]!, regions[i]!)) return false
  return true
}

/** A place name with a slip is not read as one: it stands in front of the brand. */
export const regionsOneSided = ({ regionAt }: OrgNames, x: number, y: number): boolean =>
  (regionAt[x] === regionAt[x + 1]) !== (regionAt[y] === regionAt[y + 1])

/** One division lies in the other: 330106 in 330100 in 330000. */
function within(inner: number, outer: number): boolean {
  if (outer % 10000 === 0) return Math.floor(inner / 10000) === outer / 10000
  if (outer % 100 === 0) return Math.floor(inner / 100) === outer / 100
  return inner === outer
}

function formsDiffer(f: number, g: number): boolean {
  if (f === 0 || g === 0 || f === g) return false
  const companies = f <= 3 && g <= 3
  return !(companies && (f === 1 || g === 1))
}
