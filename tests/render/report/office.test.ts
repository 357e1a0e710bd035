import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportNames, reports } from '../../../src/domain/reports/index.ts'
import type { ReportSpec } from '../../../src/domain/reports/spec.ts'
import { writeXlsx } from '../../../src/files/write-xlsx.ts'
import type { ReportTable } from '../../../src/model/report.ts'
import { toWorkbook } from '../../../src/render/report/workbook.ts'
import { sampleFacts } from '../../support/list-facts.ts'
import { inMemory, readTable } from '../../support/read-table.ts'
import { sampleContext } from '../../support/report-facts.ts'

const office = ['soffice', 'libreoffice'].find((name) => spawnSync(name, ['--version']).status === 0)
const note = office === undefined ? ' (skipped: needs LibreOffice)' : ''
/** Comma, quote, UTF-8, values rather than their looks, every sheet in a file of its own. */
const CSV = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1'

const viewOf = (name: (typeof reportNames)[number]) =>
  (reports[name] as ReportSpec).view(sampleFacts[name], sampleContext('zh'))

/** Money in yuan, shares as fractions: what a spreadsheet holds. */
const numbersOf = ({ columns, rows }: ReportTable): number[] =>
  rows.flatMap((row) =>
    row.flatMap((cell, at) =>
      typeof cell !== 'number' || columns[at]!.type === 'bar'
        ? []
        : [columns[at]!.type === 'money' ? cell / 100 : cell],
    ),
  )

describe.skipIf(office === undefined)(`reports as workbooks in LibreOffice${note}`, () => {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-office-'))
  const out = join(folder, 'out')
  beforeAll(async () => {
    mkdirSync(out)
    for (const name of reportNames) {
      const parts: Buffer[] = []
      await writeXlsx(toWorkbook(viewOf(name)), (bytes) => void parts.push(Buffer.from(bytes)))
      writeFileSync(join(folder, `${name}.xlsx`), Buffer.concat(parts))
    }
    const files = reportNames.map((name) => join(folder, `${name}.xlsx`))
    const profile = `-env:UserInstallation=file://${folder}/profile`
    const { status } = spawnSync(office!, ['--headless', profile, '--convert-to', CSV, '--outdir', out, ...files])
    expect(status).toBe(0)
  }, 120_000)
  afterAll(() => rmSync(folder, { recursive: true }))

  it.each(reportNames)('%s has the same numbers, every one of them', async (name) => {
    const sheets = readdirSync(out).filter((file) => file.startsWith(`${name}-`))
    const read = new Map<number, number>()
    for (const sheet of sheets) {
      const { sheets: tables } = await readTable(inMemory(readFileSync(join(out, sheet)), sheet))
      const cells = tables.flatMap(({ rows }) => rows.flat())
      for (const cell of cells) {
        const text = String(cell ?? '')
        const number = text.endsWith('%') ? Number(text.slice(0, -1)) / 100 : Number(text)
        if (text === '' || Number.isNaN(number)) continue
        const key = Number(number.toPrecision(9))
        read.set(key, (read.get(key) ?? 0) + 1)
      }
    }
    const tables = viewOf(name).sections.flatMap(({ tables: some = [] }) => some)
    const missing = tables.flatMap(numbersOf).filter((number) => {
      const key = Number(number.toPrecision(9))
      const left = read.get(key) ?? 0
      read.set(key, left - 1)
      return left === 0
    })
    expect(sheets.length).toBeGreaterThan(tables.length > 0 ? 1 : 0)
    expect(missing).toEqual([])
  })
})
