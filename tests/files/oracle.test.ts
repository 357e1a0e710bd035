// Every workbook at hand, cell by cell, against @e965/xlsx.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type CellObject, read as readBook, SSF, type WorkSheet } from '@e965/xlsx'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/model/sheet.ts'
import { readTable } from '../support/read-table.ts'

const kept = process.env['KEHU_DATA'] ?? '../shared/data'
const data = existsSync(kept) ? kept : 'fixtures'
const files = readdirSync(data, { recursive: true, encoding: 'utf8' }).filter((file) => /\.xls[xm]$/.test(file))

/** What the oracle says of a cell, in our words; `?` where it cannot say. */
function oracleCell(cell: CellObject | undefined): Cell | '?' {
  if (cell === undefined || cell.v === undefined || cell.t === 'z' || cell.v === '') return null
  if (cell.t === 'e') return { kind: 'error', code: String(cell.w) }
  return cell.v as Cell
}

/** The day the oracle shows for a serial is the day we read. */
function sameDay(iso: string, serial: number, date1904: boolean): boolean {
  const { y, m, d } = SSF.parse_date_code(serial + 1e-7, { date1904 })
  const pad = (part: number) => String(part).padStart(2, '0')
  return /^\d\d:/.test(iso) || iso.slice(0, 10) === `${String(y).padStart(4, '0')}-${pad(m)}-${pad(d)}`
}

/** The same value, dates by their serial and exact texts of long numbers by their number. */
function same(ours: Cell, theirs: Cell | '?', date1904: boolean): boolean {
  if (theirs === '?') return true
  if (ours !== null && typeof ours === 'object') {
    if (ours.kind === 'error')
      return (
        typeof theirs === 'object' &&
        theirs?.kind === 'error' &&
        (theirs.code === ours.code || theirs.code === 'undefined')
      )
    return typeof theirs === 'number' && Math.abs(theirs - ours.serial) < 1e-6 && sameDay(ours.iso, theirs, date1904)
  }
  if (typeof ours === 'string' && typeof theirs === 'number') return Number(ours) === theirs || /^1900-/.test(ours)
  // the oracle turns every line end into LF
  if (typeof ours === 'string' && typeof theirs === 'string')
    return (
      ours.replaceAll('\r\n', '\n').replaceAll('\r', '\n') === theirs.replaceAll('\r\n', '\n').replaceAll('\r', '\n')
    )
  return ours === theirs
}

describe('cells as @e965/xlsx reads them', () => {
  it.each(files)('%s', async (file) => {
    const path = join(data, file)
    let book: ReturnType<typeof readBook>
    try {
      book = readBook(readFileSync(path), { dense: true, cellNF: true })
    } catch {
      await expect(readTable(path)).rejects.toMatchObject({ name: 'KehuError' })
      return
    }
    const table = await readTable(path).catch((cause: unknown) => cause as Error)
    if (table instanceof Error) {
      expect(table).toMatchObject({ name: 'KehuError' })
      return
    }
    const date1904 = book.Workbook?.WBProps?.date1904 === true
    const wrong: string[] = []
    for (const { info, rows, rowNumbers } of table.sheets) {
      const sheet = book.Sheets[info.name] as (WorkSheet & { '!data'?: (CellObject | undefined)[][] }) | undefined
      const theirs = sheet?.['!data'] ?? []
      const byRow = new Map(rowNumbers.map((number, at) => [number, rows[at]!]))
      for (let row = 0; row < Math.max(theirs.length, (rowNumbers.at(-1) ?? 0) + 1); row++) {
        const width = Math.max(theirs[row]?.length ?? 0, byRow.get(row + 1)?.length ?? 0)
        for (let column = 0; column < width; column++) {
          const mine = byRow.get(row + 1)?.[column] ?? null
          const other = oracleCell(theirs[row]?.[column])
          if (!same(mine, other, date1904))
            wrong.push(`${info.name} ${row + 1}:${column + 1} ${JSON.stringify(mine)} / ${JSON.stringify(other)}`)
        }
      }
      const merges = (sheet?.['!merges'] ?? []).length
      if (merges !== info.merges.length) wrong.push(`${info.name}: ${info.merges.length} merges / ${merges}`)
    }
    expect(wrong.slice(0, 5)).toEqual([])
  })
})
