import { parsePersonName } from '../../domain/normalize/person-name.ts'
import { nameKeys } from '../../domain/search/keys.ts'
import { type Book, inTransaction } from '../../store/book.ts'
import { hasFindings, openFindingsOf } from '../../store/findings.ts'
import { type Operation, type Row, startOperation } from '../../store/journal.ts'
import { kindOf } from '../../store/party-kind.ts'
import { applyRepair } from '../../store/repairs.ts'
import { spansOf } from '../../store/touched.ts'
import type { Context } from '../context.ts'
import { loadCheckRules } from '../policies/load.ts'
import { judgeParties, readyRules } from '../verify/judge.ts'
import { eachProposal, type Style } from './proposals.ts'

export interface Applied {
  readonly operationId: number
  readonly changed: number
  /** Findings that are repaired by it. */
  readonly closed: number
}

/** Does the repairs of these kinds in one operation, and marks the findings they mended. */
export function applyProposals(ctx: Context, book: Book, agreed: ReadonlySet<string>, style: Style): Applied {
  const at = ctx.now()
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'clean', command: ctx.commandLine, staff: ctx.staff, at })
    const counts: Record<string, number> = {}
    const touched = new Set<number>()
    for (const proposal of eachProposal(book, agreed, style)) {
      const columns = (name: string): Row => nameColumns(name, kindOf(book, proposal.partyId))
      if (!applyRepair(operation, proposal, columns)) continue
      counts[proposal.repair] = (counts[proposal.repair] ?? 0) + 1
      touched.add(proposal.partyId)
    }
    const closed = closeRepaired(ctx, book, operation, touched)
    operation.finish(ctx.now(), counts)
    const changed = Object.values(counts).reduce((sum, count) => sum + count, 0)
    return { operationId: operation.id, changed, closed }
  })
}

/** Everything that follows from a name: what it is found by, and a person's surname and given name. */
export function nameColumns(name: string, kind: string | undefined): Row {
  const { key, pinyin, initials } = nameKeys(name)
  const parsed = kind === 'person' ? parsePersonName(name) : undefined
  const parts =
    parsed?.ok === true ? { surname: parsed.value.surname ?? null, given_name: parsed.value.given ?? null } : {}
  return { name, name_key: key, pinyin, initials, ...parts }
}

/** Parties so close are judged together with those between: cheaper than a reading for each. */
const NEAR = 64

/** Judges the touched parties again: open findings that are no longer found are repaired by this operation. */
function closeRepaired(ctx: Context, book: Book, operation: Operation, touched: ReadonlySet<number>): number {
  if (touched.size === 0 || !hasFindings(book)) return 0
  const ids = [...touched].sort((a, b) => a - b)
  const still = new Set<string>()
  const compiled = readyRules(ctx, book, loadCheckRules(ctx, book))
  judgeParties(ctx, book, {
    compiled,
    spans: spansOf(ids, NEAR),
    quality: false,
    take: ({ key, partyId }) => touched.has(partyId) && still.size !== still.add(key).size,
  })
  let closed = 0
  for (const id of ids) {
    for (const finding of openFindingsOf(book, id)) {
      if (still.has(finding.key)) continue
      operation.update('finding', finding.id, { state: 'repaired', repaired_by: operation.id })
      closed++
    }
  }
  return closed
}
