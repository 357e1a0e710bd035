import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { migrations } from '../../src/store/migrations/index.ts'

const folder = (): string => mkdtempSync(join(tmpdir(), 'kehu-'))

describe('opening a book', () => {
  it('says that there is none', () => {
    expect(() => openBook(join(folder(), 'kehu.db'))).toThrow('book-missing')
  })

  it('refuses a file that is no book, and leaves it as it is', () => {
    const path = join(folder(), 'kehu.db')
    writeFileSync(path, '姓名,电话\n张伟,13900000001\n'.repeat(100))
    expect(() => openBook(path)).toThrow('book-not-a-book')
  })

  it("refuses another program's database", () => {
    const path = join(folder(), 'other.db')
    const other = new Database(path)
    other.exec('create table things (id integer)')
    other.close()
    expect(() => openBook(path)).toThrow('book-not-a-book')
  })

  it('refuses a book of a newer version and leaves it as it is', () => {
    const path = join(folder(), 'kehu.db')
    const book = openBook(path, { create: true })
    book.sqlite.pragma(`user_version = ${migrations.length + 1}`)
    closeBook(book)
    expect(() => openBook(path)).toThrow('book-newer')
  })

  it('leaves nothing of a step that fails half-way', () => {
    const book = openBook(':memory:', { create: true })
    expect(() =>
      inTransaction(book, () => {
        book.sqlite.exec(`insert into setting values ('a', 'b')`)
        throw new Error('half-way')
      }),
    ).toThrow('half-way')
    expect(book.sqlite.prepare('select count(*) from setting').pluck().get()).toBe(0)
  })

  it('passes its own integrity check and leaves no second file behind', () => {
    const path = join(folder(), 'kehu.db')
    const book = openBook(path, { create: true })
    expect(book.sqlite.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(book.sqlite.pragma('foreign_key_check')).toEqual([])
    closeBook(book)
    expect(readdirSync(join(path, '..'))).toEqual(['kehu.db'])
  })
})
