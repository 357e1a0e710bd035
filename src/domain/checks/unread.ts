import type { Report } from './finding.ts'
import type { ChunkView } from './view.ts'

/** Values that an import could not read and left out, as long as nothing stands in their place. */
export function findUnreadValues({ chunk, column }: ChunkView, report: Report): number {
  const { unread } = chunk
  if (unread === undefined) return chunk.count
  const [opened, added] = [column('opened_on'), column('added_on')]
  for (let i = 0; i < unread.count; i++) {
    const [party, field] = [unread.party[i]!, unread.field[i]!]
    if (places.has(field)) continue
    const now = column(field)?.[party] ?? null
    // Where the day of opening could not be read, an import takes its own day.
    const isEmpty = now === null || (field === 'opened_on' && (opened?.[party] ?? null) === (added?.[party] ?? null))
    if (isEmpty) report(party, field, unread.value[i]!, { why: unread.why[i]! })
  }
  return chunk.count
}

const places = new Set(['province', 'city', 'district'])
