import { fork } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { computeLevels, keepLevels } from '../../src/commands/tier/compute-run.ts'
import { crossSell } from '../../src/domain/analysis/cross-sell.ts'
import { lifecycleStages } from '../../src/domain/analysis/lifecycle.ts'
import { scoreRfm } from '../../src/domain/analysis/rfm.ts'
import { toDayNumber } from '../../src/domain/calendar.ts'
import { compileScheme } from '../../src/domain/tiers/compile.ts'
import { measures } from '../../src/domain/tiers/measures.ts'
import { propertyScheme } from '../../src/domain/tiers/schemes/property.ts'
import { readBaskets } from '../../src/store/analysis/baskets.ts'
import { customerRows } from '../../src/store/analysis/customers.ts'
import { readPurchases } from '../../src/store/analysis/purchases.ts'
import { type Book, closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { amountOf, isCounted } from '../../src/store/counting.ts'
import { startOperation } from '../../src/store/journal.ts'
import { bulkIndexes } from '../../src/store/migrations/0001-initial.ts'

const TODAY = '2026-11-22'
const AT = `${TODAY}T08:00:00.000Z`

/** A book of so many customers and 1.2 times as many deals, made by SQLite itself; nobody in it exists. */
function synthesise(book: Book, customers: number): void {
  const { sqlite } = book
  const numbers = (count: number): string =>
    `with recursive n(i) as (select 1 union all select i + 1 from n where i < ${count})`
  // A multiplicative hash spreads what depends on the number.
  const spread = (n: string, by: number, most: number): string => `((${n} * ${by}) % 1000003 % ${most})`
  inTransaction(book, () => {
    sqlite.exec(
      `insert into operation (kind, command, staff, started_at, state) values ('import', 'bench', 'bench', '${AT}', 'done')`,
    )
    sqlite.exec(`${numbers(customers)} insert into party (id, kind, name, name_key, pinyin, initials, gender, operation_id)
      select i, 'person', '客户' || i, '客户' || i, 'kh' || i, 'kh', case i % 3 when 0 then 'M' when 1 then 'F' end, 1 from n`)
    sqlite.exec(`${numbers(customers)} insert into customer (party_id, opened_on, acquired_from, operation_id)
      select i, date('2018-01-01', '+' || ${spread('i', 7919, 3000)} || ' days'), 'S' || (i % 9), 1 from n`)
    // Squares gather purchases on few customers, as life does.
    sqlite.exec(`${numbers(Math.round(customers * 1.2))} insert into deal (party_id, on_day, product, amount, kind, operation_id)
      select 1 + ${spread('i', 104729, 1000)} * ${spread('i', 15485863, 1000)} * ${customers} / 1000000,
        date('2021-01-01', '+' || ${spread('i', 611953, 2150)} || ' days'), '产品' || (${spread('i', 31337, 60)} * ${spread('i', 27644437, 5)}),
        100 * ${spread('i', 49979687, 900000)}, case when i % 50 = 0 then 'refund' else 'sale' end, 1 from n`)
    for (const statement of Object.values(bulkIndexes))
      sqlite.exec(statement.replace('create index', 'create index if not exists'))
  })
}

interface Measured {
  readonly seconds: number
  /** Of the processor: what the step takes where nothing else runs, whatever else does. One thread, and the book is in the cache. */
  readonly cpu: number
  readonly peak: number
}

/** The same sums by the same rules as one query, by party: who was merged into whom and who is no customer it leaves aside. */
const DAY = `case when d.kind <> 'refund' then d.on_day end`
const BARE = `select count(*), sum(first), sum(last), sum(days), sum(amount) from (select d.party_id, min(${DAY}) as first, max(${DAY}) as last,
  count(distinct ${DAY}) as days, sum(${amountOf('d')}) as amount from deal d
  where ${isCounted('d')} and (d.on_day is null or d.on_day <= '${TODAY}') group by d.party_id)`

const steps: Readonly<Record<string, (book: Book) => void>> = {
  bare: (book) => void book.sqlite.prepare(BARE).all(),
  purchases: (book) => void readPurchases(book, customerRows(book), TODAY),
  rfm(book) {
    const columns = readPurchases(book, customerRows(book), TODAY)
    scoreRfm(columns, toDayNumber(TODAY))
    lifecycleStages(columns, toDayNumber(TODAY))
  },
  'cross-sell': (book) => void crossSell(readBaskets(book, customerRows(book), { by: 'product', until: TODAY })),
  tier(book) {
    const outcome = compileScheme(propertyScheme, { measures, fields: new Map(), today: TODAY })
    if (!outcome.ok) throw new Error('the scheme is broken')
    inTransaction(book, () => {
      const operation = startOperation(book, { kind: 'tier', command: 'bench', staff: 'bench', at: AT })
      const levels = computeLevels(book, outcome.compiled, TODAY)
      keepLevels(book, operation, levels, { today: TODAY, at: AT, isPrimary: true })
      operation.finish(AT, {})
    })
  },
}

function measure(step: string, path: string): void {
  if (step.startsWith('make-')) {
    make(path, Number(step.slice(5)))
    return
  }
  const book = openBook(path)
  const began = performance.now()
  const before = process.cpuUsage()
  steps[step]!(book)
  const used = process.cpuUsage(before)
  const seconds = (performance.now() - began) / 1000
  closeBook(book)
  process.send?.({ seconds, cpu: (used.user + used.system) / 1e6, peak: process.resourceUsage().maxRSS / 1024 })
}

function make(path: string, customers: number): void {
  const book = openBook(path, { create: true })
  synthesise(book, customers)
  closeBook(book)
  process.send?.({ seconds: 0, cpu: 0, peak: 0 })
}

/** Each in a process of its own, so that its memory is its own. */
const apart = (step: string, path: string): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(process.argv[1]!, ['analysis', '--child', step, path])
    child.on('message', (message) => resolve(message as Measured))
    child.on('error', reject)
    child.on('exit', (code) => code !== 0 && reject(new Error(`${step} ended with ${code}`)))
  })

const PEAK = 500
const wanted: Readonly<Record<string, number>> = { rfm: 6, 'cross-sell': 10, tier: 6 }

/** Tiers, RFM with stages, and cross-sell over a book of a million customers, against the same sums as one SQL query. */
export async function bench(args: string[]): Promise<void> {
  if (args[0] === '--child') return measure(args[1]!, args[2]!)
  const customers = Number(args[0] ?? 1_000_000)
  const folder = mkdtempSync(join(tmpdir(), 'kehu-bench-'))
  const path = join(folder, 'book.db')
  await apart(`make-${customers}`, path)
  let met = 0
  let asked = 0
  const judge = (name: string, got: string, limit: string, ok: boolean): void => {
    asked++
    met += Number(ok)
    console.log(`${name.padEnd(34)} ${got.padStart(9)} ${limit.padStart(9)}  ${ok ? 'met' : 'missed'}`)
  }
  console.log(`${customers} customers, ${Math.round(customers * 1.2)} deals`)
  console.log('seconds of the processor, so that other work on the machine does not count')
  console.log(`${'what'.padEnd(34)} ${'got'.padStart(9)} ${'wanted'.padStart(9)}`)
  const bare = await apart('bare', path)
  const purchases = await apart('purchases', path)
  console.log(`${'one bare SQL query'.padEnd(34)} ${`${bare.cpu.toFixed(2)} s`.padStart(9)}`)
  judge(
    'purchases read, against it',
    `${(purchases.cpu / bare.cpu).toFixed(2)} ×`,
    '≤ 2 ×',
    purchases.cpu <= 2 * bare.cpu,
  )
  for (const [step, limit] of Object.entries(wanted)) {
    const { seconds, cpu, peak } = await apart(step, path)
    judge(`${step} (${seconds.toFixed(1)} s by the clock)`, `${cpu.toFixed(2)} s`, `≤ ${limit} s`, cpu <= limit)
    judge(`${step}, peak`, `${peak.toFixed(0)} MB`, `≤ ${PEAK} MB`, peak <= PEAK)
  }
  const again = await apart('tier', path)
  judge('tier again, nothing changed', `${again.cpu.toFixed(2)} s`, '≤ 6 s', again.cpu <= 6)
  rmSync(folder, { recursive: true })
  console.log(`met ${met} of ${asked}`)
}
