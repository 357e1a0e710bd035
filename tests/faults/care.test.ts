import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseKeep, prunable } from '../../src/domain/retention/keep.ts'
import { closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { verifyChain } from '../../src/store/care/audit.ts'
import { startOperation } from '../../src/store/journal.ts'
import { kehu } from '../support/kehu.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-care-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

beforeAll(() => {
  kehu(dir, ['init', '-q'])
  writeFileSync(join(dir, 'a.csv'), '姓名,手机\n张伟,13900000001\n李娜,13900000003\n')
  kehu(dir, ['import', 'a.csv', '-q'])
})

describe('backup and restore', () => {
  it('bring back the book of that moment, and keep the one that was there', () => {
    expect(kehu(dir, ['backup', '--to', 'b1', '--to', 'b2']).status).toBe(0)
    const [name = ''] = readdirSync(join(dir, 'b1')).filter((file) => file.endsWith('.gz'))
    expect(readFileSync(join(dir, 'b1', name))).toEqual(readFileSync(join(dir, 'b2', name)))
    writeFileSync(join(dir, 'b.csv'), '姓名,手机\n王芳,13900000009\n')
    kehu(dir, ['import', 'b.csv', '-q'])
    expect(kehu(dir, ['find', '王芳']).status).toBe(0)
    const refused = kehu(dir, ['restore', join('b1', name)])
    expect([refused.status, refused.stderr]).toEqual([8, expect.stringContaining('[restore-older]')])
    expect(kehu(dir, ['restore', join('b1', name), '--force']).status).toBe(0)
    expect(kehu(dir, ['find', '王芳']).status).toBe(7)
    expect(kehu(dir, ['find', '张伟']).status).toBe(0)
    expect(kehu(dir, ['audit', 'verify']).status).toBe(0)
    expect(readdirSync(dir).filter((file) => file.includes('before-restore'))).toHaveLength(1)
  })

  it('refuse a backup with a single byte changed', () => {
    const [name = ''] = readdirSync(join(dir, 'b2')).filter((file) => file.endsWith('.gz'))
    const path = join(dir, 'b2', name)
    const bytes = readFileSync(path)
    bytes[bytes.length >> 1]! ^= 1
    writeFileSync(path, bytes)
    const run = kehu(dir, ['restore', join('b2', name), '--force'])
    expect([run.status, run.stderr]).toEqual([1, expect.stringContaining('[backup-damaged]')])
  })

  it('keeps the newest of each day, week and month', () => {
    const at = (day: string, hour: string) => ({
      name: `${day}T${hour}`,
      at: `${day}T${hour}`,
      day,
      week: day.slice(0, 8),
    })
    const all = [
      at('2026-11-20', '08'),
      at('2026-11-20', '20'),
      at('2026-11-21', '08'),
      at('2026-11-22', '08'),
      at('2026-10-01', '08'),
    ]
    expect(prunable(all, { daily: 2, weekly: 0, monthly: 0 }).sort()).toEqual([
      '2026-10-01T08',
      '2026-11-20T08',
      '2026-11-20T20',
    ])
    expect(prunable(all, { daily: 1, weekly: 0, monthly: 2 })).not.toContain('2026-10-01T08')
    expect(prunable(all, { daily: 0, weekly: 0, monthly: 0 })).not.toContain('2026-11-22T08')
    expect(parseKeep('daily=7,weekly=4')).toEqual({ daily: 7, weekly: 4, monthly: 0 })
    expect(parseKeep('always')).toBeNull()
  })
})

describe('the chain of operations', () => {
  it('finds any change made to the journal with plain SQL, and names where', () => {
    const path = join(dir, 'chain.db')
    const book = openBook(path, { create: true })
    for (let n = 0; n < 12; n++)
      inTransaction(book, () => {
        const operation = startOperation(book, {
          kind: 'edit',
          command: `kehu edit ${n}`,
          staff: 'a',
          at: `2026-11-22T0${n % 10}:00:00.000Z`,
        })
        const id = operation.insert('party', {
          kind: 'person',
          name: `甲${n}`,
          name_key: 'k',
          pinyin: '',
          initials: '',
        })
        operation.update('party', id, { remark: `r${n}` })
        operation.finish('2026-11-22T10:00:00.000Z', { n })
      })
    // A file in WAL mode can't be opened out of memory.
    book.sqlite.pragma('journal_mode = delete')
    closeBook(book)
    const whole = readFileSync(path)
    const edits = fc.oneof(
      fc.record({
        sql: fc.constantFrom(
          `update change set after = after || ' ' where id = ?`,
          `update change set row_id = row_id + 1 where id = ?`,
          `update change set entity = 'customer' where id = ?`,
          'delete from change where id = ?',
        ),
        id: fc.integer({ min: 1, max: 24 }),
      }),
      fc.record({
        sql: fc.constantFrom(
          `update operation set staff = 'b' where id = ?`,
          `update operation set summary = '{}' where id = ?`,
          `update operation set command = 'x' where id = ?`,
        ),
        id: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({
        sql: fc.constantFrom(
          `insert into change (operation_id, entity, row_id, last_id, action) values (?, 'party', 1, 1, 'insert')`,
        ),
        id: fc.integer({ min: 1, max: 12 }),
      }),
      fc.record({ sql: fc.constant('delete from operation where id = ?'), id: fc.integer({ min: 1, max: 12 }) }),
    )
    fc.assert(
      fc.property(edits, ({ sql, id }) => {
        const copy = new Database(Buffer.from(whole))
        copy.pragma('foreign_keys = off')
        const { changes } = copy.prepare(sql).run(id)
        const { faults } = verifyChain({ path: ':memory:', sqlite: copy })
        copy.close()
        return changes === 0 || faults.length > 0
      }),
      { numRuns: 1000, seed: 20261122 },
    )
    const untouched = openBook(path)
    expect(verifyChain(untouched).faults).toEqual([])
    closeBook(untouched)
  })
})
