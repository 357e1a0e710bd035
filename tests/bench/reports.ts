import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { LAST_DAY, makeLargeBook } from './large-book.ts'

const lists = [
  ...['roster', 'sales', 'tiers', 'addresses', 'decision-makers', 'chronicle', 'visits', 'information', 'directory'],
  ...['cards', 'prospects', 'changes', 'verification', 'analysis', 'complaints', 'methods', 'dictionary', 'portrait'],
  'benefit',
]

interface Asked {
  readonly what: string
  readonly args: readonly string[]
  /** Most seconds, or least rows a second where `rows` is told. */
  readonly seconds?: number
  readonly rate?: number
  readonly rows?: number
  readonly peak: number
}

interface Measured {
  readonly seconds: number
  readonly code: number
  /** Seconds of processor, which other work on the machine doesn't lengthen. */
  readonly cpu: number
  readonly peak: number
}

/** Run before the program in its process: leaves what it took in a file. */
const probe = `data:text/javascript,${encodeURIComponent(`
import { writeFileSync } from 'node:fs'
process.on('exit', () => {
  const { maxRSS, userCPUTime, systemCPUTime } = process.resourceUsage()
  writeFileSync(process.env.KEHU_BENCH_TOOK, JSON.stringify({ peak: maxRSS / 1024, cpu: (userCPUTime + systemCPUTime) / 1e6 }))
})`)}`

/** One command of the built program in a process of its own, so that its memory is its own. */
function apart(book: string, args: readonly string[]): Measured {
  const took = `${book}.took`
  const began = performance.now()
  const { status } = spawnSync(
    process.execPath,
    ['--import', probe, 'bin/kehu.js', '--db', book, '--lang', 'zh', '-q', ...args],
    {
      stdio: ['ignore', 'ignore', 'inherit'],
      env: {
        ...process.env,
        KEHU_BENCH_TOOK: took,
        KEHU_NOW: `${LAST_DAY}T08:00:00.000Z`,
        KEHU_USER: 'bench',
      },
    },
  )
  const seconds = (performance.now() - began) / 1000
  return { seconds, code: status ?? -1, ...(JSON.parse(readFileSync(took, 'utf8')) as { peak: number; cpu: number }) }
}

/** Reports and exports of a book of a million customers: time, rows a second, memory. Told a number, of so many thousand customers. */
export async function bench(args: string[]): Promise<void> {
  const customers = Number(args[0] ?? 1000) * 1000
  const folder = mkdtempSync(join(tmpdir(), 'kehu-bench-'))
  try {
    measureAll(folder, customers)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function measureAll(folder: string, customers: number): void {
  const book = join(folder, 'kehu.db')
  const deals = Math.round(customers * 1.2)
  makeLargeBook(book, { customers, deals, interactions: Math.round(customers * 0.75) })
  console.log(`book of ${customers} customers: ${(statSync(book).size / 1e6).toFixed(0)} MB`)
  const file = (name: string): string => join(folder, name)
  const asked: Asked[] = [
    { what: 'weekly', args: ['report', 'weekly', '-o', file('weekly.html')], seconds: 5, peak: 400 },
    { what: 'monthly', args: ['report', 'monthly', '-o', file('monthly.xlsx')], seconds: 8, peak: 400 },
    { what: 'dashboard', args: ['dashboard'], seconds: 5, peak: 400 },
    ...lists.map((name) => ({ what: name, args: ['report', name, '-o', file(`${name}.html`)], seconds: 8, peak: 400 })),
    {
      what: 'customers csv',
      args: ['export', 'customers', '-o', file('c.csv')],
      rate: 100_000,
      rows: customers * 0.985,
      peak: 300,
    },
    { what: 'deals csv', args: ['export', 'deals', '-o', file('d.csv')], rate: 100_000, rows: deals, peak: 300 },
    {
      what: 'customers xlsx',
      args: ['export', 'customers', '-o', file('c.xlsx')],
      rate: 40_000,
      rows: customers * 0.985,
      peak: 300,
    },
  ]
  let met = 0
  console.log('what              seconds      cpu     rows/s         wanted   peak MB   wanted')
  for (const one of asked) {
    const { seconds, cpu, peak, code } = apart(book, one.args)
    const rate = one.rows === undefined ? undefined : Math.round(one.rows / seconds)
    const isFast = one.rate === undefined ? seconds <= one.seconds! : rate! >= one.rate
    met += Number(isFast && code === 0) + Number(peak <= one.peak)
    const cells = [
      one.what.padEnd(16),
      seconds.toFixed(2).padStart(8),
      cpu.toFixed(2).padStart(8),
      String(rate ?? '').padStart(10),
      (one.rate === undefined ? `≤ ${one.seconds} s` : `≥ ${one.rate}`).padStart(14),
      peak.toFixed(0).padStart(9),
      `≤ ${one.peak}`.padStart(8),
      code === 0 ? '' : `exit ${code}`,
    ]
    console.log(cells.join(' '))
  }
  console.log(`met ${met} of ${asked.length * 2}`)
}
