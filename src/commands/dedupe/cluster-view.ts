import { codeOf } from '../../model/party-code.ts'
import type { ClusterView } from '../../model/view.ts'
import type { Book } from '../../store/book.ts'
import type { Context } from '../context.ts'
import type { AskedCluster } from './answers.ts'
import { recordFields } from './pair-view.ts'

const mostColumns = 6

/** The records of a cluster, one a line, with the fields that any of them has; the pairs that were scored stand below, unless blind. */
export function clusterView(ctx: Context, book: Book, { members, pairs }: AskedCluster, blind: boolean): ClusterView {
  const records = members.map((id) => recordFields(ctx, book, id))
  const fields = records[0]!
    .map(({ label }, at) => ({ label, at }))
    .filter(({ at }) => records.some((record) => record[at]!.value !== null))
    .slice(0, mostColumns)
  const place = (id: number): number => members.indexOf(id) + 1
  return {
    members: members.map((id, i) => ({ code: codeOf(id), values: fields.map(({ at }) => records[i]![at]!.value) })),
    labels: fields.map(({ label }) => label),
    evidence: blind ? [] : pairs.map(({ a, b, weight }) => ({ text: `${place(a)} – ${place(b)}`, weight })),
  }
}
