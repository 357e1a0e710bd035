import { beforeEach, describe, expect, it } from 'vitest'
import { type Book, inTransaction, openBook } from '../../src/store/book.ts'
import { type Operation, type Row, startOperation } from '../../src/store/journal.ts'
import { type UndoOutcome, undoOperation } from '../../src/store/undo.ts'

const AT = '2026-11-22T01:00:00.000Z'
let book: Book

beforeEach(() => {
  book = openBook(':memory:', { create: true })
})

function run(kind: string, step: (operation: Operation) => void): number {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind, command: `kehu ${kind}`, staff: 'test', at: AT })
    step(operation)
    operation.finish(AT, {})
    return operation.id
  })
}

function undo(id: number): UndoOutcome & { undoId: number } {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'undo', command: 'kehu undo', staff: 'test', at: AT, undoes: id })
    const outcome = undoOperation(book, operation, id)
    operation.finish(AT, {})
    return { ...outcome, undoId: operation.id }
  })
}

const person = (name: string): Row => ({ kind: 'person', name, name_key: name, pinyin: '', initials: '' })

/** Every believed row of the book, so that two states can be compared. */
function state(): unknown {
  const tables = ['party', 'customer', 'contact_point', 'fact', 'deal', 'relation', 'merge']
  return Object.fromEntries(
    tables.map((table) => [table, book.sqlite.prepare(`select * from ${table} order by rowid`).all()]),
  )
}

describe('undo', () => {
  it('takes back what an operation made, changed and removed, and redoing brings it again', () => {
    let id = 0
    run('import', (operation) => {
      id = operation.insert('party', person('张伟'))
      operation.insert('customer', { party_id: id })
      operation.insert('contact_point', { party_id: id, type: 'mobile', raw: '1', canonical: '13900000001' })
    })
    const before = state()
    const edit = run('edit', (operation) => {
      operation.update('party', id, { remark: 'vip', gender: 'M' })
      operation.remove('contact_point', 1)
      operation.insert('fact', { party_id: id, field: 'hobby', value: '茶' })
    })
    const after = state()
    const outcome = undo(edit)
    expect(state()).toEqual(before)
    expect(outcome.reversed).toEqual({ fact: 1, contact_point: 1, party: 1 })
    undo(outcome.undoId)
    expect(state()).toEqual(after)
  })

  it('keeps a value that was changed since, and says so', () => {
    let id = 0
    run('import', (operation) => {
      id = operation.insert('party', person('李娜'))
    })
    const first = run('edit', (operation) => void operation.update('party', id, { remark: 'one', title: '经理' }))
    run('edit', (operation) => void operation.update('party', id, { remark: 'two' }))
    const outcome = undo(first)
    expect(book.sqlite.prepare('select remark, title from party where id = ?').get(id)).toEqual({
      remark: 'two',
      title: null,
    })
    expect(outcome.kept).toEqual([{ entity: 'party', id, why: 'changed-since' }])
  })

  it('keeps a customer of an import that somebody has worked on since, with all that came with it', () => {
    let kept = 0
    const imported = run('import', (operation) => {
      for (const name of ['甲', '乙', '丙']) {
        const id = operation.insert('party', person(name))
        operation.insert('contact_point', { party_id: id, type: 'mobile', raw: name, canonical: name })
        if (name === '乙') kept = id
      }
    })
    run('note', (operation) => void operation.insert('fact', { party_id: kept, field: 'remark', value: '回访过' }))
    const outcome = undo(imported)
    expect(book.sqlite.prepare('select name from party').pluck().all()).toEqual(['乙'])
    expect(book.sqlite.prepare('select raw from contact_point').pluck().all()).toEqual(['乙'])
    expect(outcome.kept).toEqual([{ entity: 'party', id: kept, why: 'changed-since' }])
  })

  it('takes back a range of a bulk load, and brings it back row by row', () => {
    const load = run('import', (operation) => {
      const insert = book.sqlite.prepare(
        `insert into party (id, kind, name, name_key, pinyin, initials, operation_id) values (?, 'org', ?, 'k', '', '', ?)`,
      )
      for (let id = 1; id <= 2500; id++) insert.run(id, `公司${id}`, operation.id)
      operation.recordRange('party', 1, 2500)
    })
    const before = state()
    const outcome = undo(load)
    expect(outcome.reversed).toEqual({ party: 2500 })
    expect(book.sqlite.prepare('select count(*) from party').pluck().get()).toBe(0)
    undo(outcome.undoId)
    expect(state()).toEqual(before)
  })

  it('refuses to undo twice', () => {
    const id = run('edit', () => {})
    undo(id)
    expect(() => undo(id)).toThrow('operation-undone')
    expect(() => undo(99)).toThrow('operation-missing')
  })
})
