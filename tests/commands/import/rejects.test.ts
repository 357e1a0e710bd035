import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { writeWholeFile } from '../../../src/files/write-file.ts'
import { writeXlsx } from '../../../src/files/write-xlsx.ts'
import type { Cell } from '../../../src/model/sheet.ts'
import { kehu } from '../../support/kehu.ts'
import { readTable } from '../../support/read-table.ts'

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kehu-'))
  writeFileSync(
    join(dir, 'leads.csv'),
    '姓名,电话,备注\n张三丰,13800000001,甲\n,99,无名\n李四光,13800000002,乙\n,12,又一个\n',
  )
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

/** Mends the rejects as a clerk would in Excel: `change` gets each row's cells, all else stays. */
async function mend(change: (cells: Cell[]) => void): Promise<void> {
  const { rows } = (await readTable(join(dir, 'leads.rejects.xlsx'))).sheets[0]!
  const [head, ...rest] = rows.map((row) => row.map((cell) => (cell === null ? null : String(cell))))
  for (const row of rest) change(row)
  const columns = head!.map((title) => ({ title: title ?? '', type: 'text' as const }))
  const sheets = [{ name: 'leads', columns, rows: [rest] }]
  await writeWholeFile(join(dir, 'mended.xlsx'), (sink) => writeXlsx({ title: 'mended', sheets }, sink))
}

const listed = (): { id: number; created: number; rejected: number; mends: number | null }[] =>
  JSON.parse(kehu(dir, ['import', 'list', '--json']).stdout)

describe('rejected rows', () => {
  it('are mended in their own workbook and find their import again', async () => {
    kehu(dir, ['init', '-q'])
    expect(kehu(dir, ['import', 'leads.csv']).status).toBe(3)
    await mend((row) => {
      if (row[2] === '无名') [row[0], row[1]] = ['王五', '13800000003']
    })
    expect(kehu(dir, ['import', 'mended.xlsx']).status).toBe(3)
    expect(listed()).toMatchObject([
      { id: 2, created: 1, rejected: 1, mends: 1 },
      { id: 1, created: 2, rejected: 2, mends: null },
    ])
    expect(kehu(dir, ['import', 'show', '2']).stdout).toContain('import 1')
  })

  it('add nothing when the same mended file comes under another name', () => {
    expect(kehu(dir, ['import', 'mended.xlsx', '--force']).status).toBe(3)
    expect(listed()[0]).toMatchObject({ id: 3, created: 0, rejected: 1, mends: 1 })
  })

  it('claim no import of another book', () => {
    kehu(dir, ['--db', 'other.db', 'init', '-q'])
    kehu(dir, ['--db', 'other.db', 'import', 'mended.xlsx'])
    const [line] = JSON.parse(kehu(dir, ['--db', 'other.db', 'import', 'list', '--json']).stdout)
    expect(line).toMatchObject({ created: 1, mends: null })
  })
})
