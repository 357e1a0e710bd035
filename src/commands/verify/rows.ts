import { resolve } from 'node:path'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import { codeOf } from '../../model/party-code.ts'
import { remedyOf } from '../../render/finding.ts'
import type { Book } from '../../store/book.ts'
import { eachFinding, type StoredFinding } from '../../store/findings.ts'
import { namesOf } from '../../store/party-names.ts'
import type { Context } from '../context.ts'
import { note } from '../output.ts'
import type { ChecksRun } from './run-checks.ts'
import { sentenceOf, shownValue, wordsFor } from './words.ts'

const titles = [
  ...(['column-code', 'column-name', 'column-severity', 'column-rule'] as const),
  ...(['column-field', 'column-value', 'column-what', 'column-remedy'] as const),
] as const
const CHUNK = 2000

/** Writes every open finding of the run as a workbook, one row each. */
export async function writeRows(ctx: Context, book: Book, run: ChecksRun, file: string): Promise<void> {
  const { say } = ctx
  const path = resolve(ctx.cwd, file)
  const columns = titles.map((key) => ({ title: say(key), type: 'text' as const }))
  const name = say('verify-summary')
  const written = await writeWholeFile(path, (sink) =>
    writeXlsx({ title: name, sheets: [{ name, columns, rows: rowsOf(ctx, book, run) }] }, sink),
  )
  note(ctx, say('written', { path, rows: written.rows }))
}

function* rowsOf(ctx: Context, book: Book, run: ChecksRun): Generator<string[][]> {
  const rules = new Map(run.results.map(({ rule }) => [rule.id, rule]))
  const words = wordsFor(ctx)
  const rowOf = (one: StoredFinding, name: string): string[] => {
    const rule = rules.get(one.rule)!
    return [
      ...[codeOf(one.partyId), name, ctx.say(`severity-${rule.severity}`), one.rule, words.label(one.field)],
      one.value === null ? '' : shownValue(ctx, one.field, one.value),
      sentenceOf(one, rule, words),
      remedyOf(rule, ctx.lang),
    ]
  }
  let chunk: string[][] = []
  const query = { rules: [...rules.keys()], ...(run.partly ? { run: run.runId } : {}) }
  for (const one of eachFinding(book, query)) {
    chunk.push(rowOf(one, namesOf(book, [one.partyId]).get(one.partyId)!))
    if (chunk.length < CHUNK) continue
    yield chunk
    chunk = []
  }
  yield chunk
}
