import { fork } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { performance } from 'node:perf_hooks'
import { writeCsvTable } from '../../src/files/write-csv.ts'
import { writeXlsx } from '../../src/files/write-xlsx.ts'
import type { SheetPlan, WrittenRow } from '../../src/model/workbook.ts'

const columns = [
  { title: '客户编号', type: 'text' },
  { title: '客户', type: 'text' },
  { title: '电话', type: 'text' },
  { title: '邮箱', type: 'text' },
  { title: '省份', type: 'text' },
  { title: '城市', type: 'text' },
  { title: '地址', type: 'text' },
  { title: '级别', type: 'text' },
  { title: '负责人', type: 'text' },
  { title: '客户来源', type: 'text' },
  { title: '开拓日期', type: 'date' },
  { title: '成交笔数', type: 'integer' },
  { title: '成交额', type: 'money' },
  { title: '备注', type: 'text' },
] as const

/** Rows that differ, made as they are asked for, so that the reader of them costs little. */
function* chunks(rows: number): Generator<WrittenRow[]> {
  for (let first = 0; first < rows; first += 2_000) {
    yield Array.from({ length: Math.min(2_000, rows - first) }, (_, index) => {
      const at = first + index
      return [
        `C${String(at).padStart(7, '0')}`,
        `样板客户有限公司第${at}号`,
        `138${String(at).padStart(8, '0')}`,
        `user${at}@example.com`,
        '浙江省',
        '杭州市',
        `西湖区样板路${at % 999}号${at % 31}幢`,
        'ABCDE'[at % 5]!,
        '李敏',
        '老客户介绍',
        `20${10 + (at % 15)}-0${1 + (at % 9)}-1${at % 10}`,
        at % 20,
        (at * 7919) % 100_000_000,
        at % 3 === 0 ? '喜欢靠窗的座位, "安静"' : null,
      ]
    })
  }
}

async function measure(format: string, rows: number): Promise<void> {
  const path = join(mkdtempSync(join(tmpdir(), 'kehu-bench-')), `out.${format}`)
  const file = openSync(path, 'w')
  const sink = (bytes: Uint8Array): void => void writeSync(file, bytes)
  const plan: SheetPlan = { name: '客户', columns, rows: chunks(rows), total: { word: '合计', columns: [11, 12] } }
  const began = performance.now()
  if (format === 'csv') await writeCsvTable(plan, sink)
  else await writeXlsx({ title: '客户', sheets: [plan] }, sink)
  const seconds = (performance.now() - began) / 1000
  closeSync(file)
  const bytes = statSync(path).size
  rmSync(path)
  process.send?.({ seconds, bytes, peak: process.resourceUsage().maxRSS / 1024 })
}

interface Measured {
  readonly seconds: number
  readonly bytes: number
  readonly peak: number
}

/** Each in a process of its own, so that its memory is its own. */
const apart = (format: string, rows: number): Promise<Measured> =>
  new Promise((resolve, reject) => {
    const child = fork(process.argv[1]!, ['reports', '--child', format, String(rows)])
    child.on('message', (message) => resolve(message as Measured))
    child.on('error', reject)
    child.on('exit', (code) => code !== 0 && reject(new Error(`${format} ended with ${code}`)))
  })

const limits = { csv: { rate: 100_000, peak: 300 }, xlsx: { rate: 40_000, peak: 300 } } as const

/** Writers of exports and reports: rows a second, and the memory they take. */
export async function bench(args: string[]): Promise<void> {
  if (args[0] === '--child') return measure(args[1]!, Number(args[2]))
  const sizes = args.length > 0 ? args.map(Number) : [100_000, 1_000_000]
  let met = 0
  let asked = 0
  console.log('what              rows/s     wanted   peak MB   wanted   file MB')
  for (const rows of sizes) {
    for (const format of ['csv', 'xlsx'] as const) {
      const { seconds, bytes, peak } = await apart(format, rows)
      const rate = Math.round(rows / seconds)
      asked += 2
      met += Number(rate >= limits[format].rate) + Number(peak <= limits[format].peak)
      const cells = [
        `${format} ${rows}`.padEnd(14),
        String(rate).padStart(9),
        `≥ ${limits[format].rate}`.padStart(10),
        peak.toFixed(0).padStart(9),
        `≤ ${limits[format].peak}`.padStart(8),
        (bytes / 1e6).toFixed(1).padStart(9),
      ]
      console.log(cells.join(' '))
    }
  }
  console.log(`met ${met} of ${asked}`)
}
