import type { CheckRule, Finding } from '../model/checks.ts'
import type { Book } from './book.ts'
import { type PageReader, pageReader } from './column-reader.ts'
import { cached, type Operation } from './journal.ts'
import { applyWaivers } from './waivers.ts'

/** What a run looked at: what it did not look at keeps its state. */
export interface RunScope {
  /** Null: every rule there is. */
  readonly rules: readonly string[] | null
  /** Null: every party. */
  readonly parties: readonly number[] | null
}

/** Keeps the findings of one run: the same finding again is the same row, one that is no longer found is gone. */
export interface FindingWriter {
  readonly runId: number
  /** False where this very finding was given for these parties already. */
  readonly add: (finding: Finding, rule: CheckRule) => boolean
  /** Closes the parties from one id to another: everything of theirs has been given, and only what differs is written. */
  readonly settle: (first: number, last: number) => void
  readonly finish: (run: { readonly at: string; readonly onDay: string; readonly parties: number }) => void
  /** How many findings of each rule somebody waived. After `finish`. */
  readonly waived: () => ReadonlyMap<string, number>
  /** Keeps what the run tells the next one. */
  readonly summarise: (rules: unknown) => void
}

/** Opens a run of checks. Findings are derived: another run makes them again, so they are not journalled line by line. */
export function writeFindings(book: Book, operation: Operation, scope: RunScope): FindingWriter {
  const { sqlite } = book
  const before = sqlite.prepare('select max(id) from check_run').pluck().get() as number | null
  const runId = operation.insert('check_run', { at: '', on_day: '', parties: 0, summary: '[]' })
  const pending: Pending = new Map()
  let settled = 0
  const settle = settler(book, { runId, before: before ?? 0, scope })
  return {
    runId,
    add(finding, rule) {
      const size = pending.size
      pending.set(finding.key, { finding, rule })
      return pending.size > size
    },
    settle(first, last) {
      // In a whole run parties come in the order of their ids: whoever is passed over is no more.
      settle(pending, scope.parties === null ? settled + 1 : first, last)
      settled = last
      pending.clear()
    },
    finish({ at, onDay, parties }) {
      if (scope.parties === null) settle(pending, settled + 1, Number.MAX_SAFE_INTEGER)
      else closeAbsent(book, before ?? 0, scope.parties)
      applyWaivers(book, onDay)
      sqlite.prepare('update check_run set at = ?, on_day = ?, parties = ? where id = ?').run(at, onDay, parties, runId)
    },
    waived() {
      const ofRun = scope.parties === null ? '' : 'and last_run = ?'
      const sql = `select rule, count(*) from finding where state = 'waived' ${ofRun} group by rule`
      const values = scope.parties === null ? [] : [runId]
      return new Map(
        sqlite
          .prepare(sql)
          .raw()
          .all(...values) as [string, number][],
      )
    },
    summarise: (rules) =>
      void sqlite.prepare('update check_run set summary = ? where id = ?').run(JSON.stringify(rules), runId),
  }
}

interface Run {
  readonly runId: number
  /** The run before, the last that saw what this one no longer sees; 0 without one. */
  readonly before: number
  readonly scope: RunScope
}

type Pending = Map<string, { readonly finding: Finding; readonly rule: CheckRule }>
type Settle = (pending: Pending, first: number, last: number) => void

/**
 * Holds what was found against what is kept, party by party.
 *
 * A whole run leaves a finding that is still open as it is, so that checking a book again writes next to nothing. A run over
 * some parties marks what it saw with its number: its lists are made of these.
 */
function settler(book: Book, { runId, before, scope }: Run): Settle {
  const insert = inserter(book, runId)
  const renew = cached(
    book,
    `update finding set last_run = ?, severity = ?, class = ?, params = ?, repaired_by = null,
       state = case when state = 'waived' then 'waived' else 'open' end where id = ?`,
  )
  const close = cached(book, `update finding set state = 'gone', last_run = ? where id = ?`)
  const read =
    book.sqlite.prepare('select 1 from finding limit 1').get() === undefined ? null : storedReader(book, scope)
  const partly = scope.parties !== null
  return (pending, first, last) => {
    const { keys, columns } = read === null ? { keys: [], columns: [] } : read(first, last)
    const [ids, names, isOpen, told] = columns as [number[], string[], number[], string[]]
    for (let i = 0; i < keys.length; i++) {
      const again = pending.get(names[i]!)
      if (again === undefined) {
        if (isOpen[i] === 1) close.run(before, ids[i]!)
        continue
      }
      pending.delete(names[i]!)
      const { finding, rule } = again
      const params = paramsText(finding.params)
      if (partly || isOpen[i] === 0 || told[i] !== `${rule.severity} ${rule.class} ${params}`)
        renew.run(runId, rule.severity, rule.class, params, ids[i]!)
    }
    for (const { finding, rule } of pending.values()) insert.add(finding, rule)
    insert.flush()
  }
}

const paramsText = (params: Finding['params']): string => {
  for (const _ in params) return JSON.stringify(params)
  return '{}'
}

const storedReader = (book: Book, { rules }: RunScope): PageReader =>
  pageReader(book, {
    from: 'finding',
    key: 'party_id',
    columns: ['id', 'key', `state in ('open', 'waived')`, `severity || ' ' || class || ' ' || params`],
    where: rules === null ? '1' : `rule in (${rules.map((id) => `'${id.replaceAll("'", "''")}'`).join(', ')})`,
  })

/** Rows that go into the table with one statement. */
const TOGETHER = 16
const ROW = `(?, ?, ?, ?, ?, ?, ?, ?, 'open', ?, ?)`

function inserter(book: Book, runId: number): { add: (finding: Finding, rule: CheckRule) => void; flush: () => void } {
  const into = (rows: number): string =>
    `insert into finding (key, rule, severity, class, party_id, field, value, params, state, first_run, last_run)
     values ${new Array(rows).fill(ROW).join(', ')}`
  const [many, one] = [cached(book, into(TOGETHER)), cached(book, into(1))]
  let values: (string | number | null)[] = []
  const width = 10
  return {
    add(f, { severity, class: klass }) {
      values.push(f.key, f.rule, severity, klass, f.partyId, f.field, f.value, paramsText(f.params), runId, runId)
      if (values.length < TOGETHER * width) return
      many.run(...values)
      values = []
    },
    flush() {
      for (let at = 0; at < values.length; at += width) one.run(...values.slice(at, at + width))
      values = []
    },
  }
}

/** Findings of the parties looked at that are no more (merged, archived) are gone. */
function closeAbsent(book: Book, before: number, parties: readonly number[]): void {
  book.sqlite
    .prepare(
      `update finding set state = 'gone', last_run = ? where state in ('open', 'waived')
       and party_id in (select value from json_each(?)) and party_id not in (select id from party where status = 'active')`,
    )
    .run(before, JSON.stringify(parties))
}
