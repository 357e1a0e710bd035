/**
 * Cut-offs that part values into `parts` groups of about equal size; missing values (NaN) are left out.
 *
 * The k-th cut is the smallest value that at least k/parts of the values do not exceed (nearest rank, Hyndman and
 * Fan 1996, type 1). A group is: above the cut before it, up to and including its own. Equal values are never
 * parted, so a group may be empty. Gives `parts - 1` cuts, ascending; none without values.
 */
export function quantileCuts(values: Float64Array, parts: number): number[] {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort()
  if (sorted.length === 0) return []
  return Array.from({ length: parts - 1 }, (_, k) => sorted[Math.ceil(((k + 1) * sorted.length) / parts) - 1]!)
}

/** Group of a value: 1 + the number of cuts below it. NaN has none: 0. */
export function groupOf(value: number, cuts: readonly number[]): number {
  if (Number.isNaN(value)) return 0
  let group = 1
  for (const cut of cuts) if (value > cut) group++
  return group
}
