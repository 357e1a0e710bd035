import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { nameKeys } from '../../src/domain/search/keys.ts'
import { searchWords } from '../../src/domain/search/query.ts'
import { searchSetting } from '../../src/domain/search/setting.ts'
import { type Book, closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { type FoundParty, findParties } from '../../src/store/find.ts'
import { type Operation, startOperation } from '../../src/store/journal.ts'
import { forgetSearch, refreshSearch } from '../../src/store/search/blocks.ts'
import { undoOperation } from '../../src/store/undo.ts'

const at = '2026-11-22T08:00:00.000Z'
const folder = mkdtempSync(join(tmpdir(), 'kehu-search-'))
let book: Book
let made = 0

beforeEach(() => {
  if (book !== undefined) closeBook(book)
  book = openBook(join(folder, `${++made}.db`), { create: true })
})
afterAll(() => {
  closeBook(book)
  rmSync(folder, { recursive: true, force: true })
})

function run<T>(step: (operation: Operation) => T): { result: T; id: number } {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'test', command: 'kehu', staff: '小林', at })
    const result = step(operation)
    operation.finish(at, {})
    return { result, id: operation.id }
  })
}

function addParty(
  operation: Operation,
  name: string,
  more: Record<string, string | null> = {},
  isCustomer = true,
): number {
  const { key, pinyin, initials } = nameKeys(name)
  const id = operation.insert('party', { kind: 'person', name, name_key: key, pinyin, initials, ...more })
  if (isCustomer) operation.insert('customer', { party_id: id, opened_on: '2026-01-01' })
  return id
}
const addPhone = (operation: Operation, party_id: number, canonical: string): number =>
  operation.insert('contact_point', { party_id, type: 'mobile', raw: canonical, canonical })

const find = (words: string, limit = 50): FoundParty[] => findParties(book, { ...searchWords(words), limit })
const found = (words: string): string[] => find(words).map(({ name, by }) => `${name} ${by}`)
/** Blocks are made however small the book is. */
const makeBlocks = (): void => refreshSearch(book, searchSetting, 0)
const blockCount = (): unknown =>
  book.sqlite.prepare(`select count(*) from sqlite_master where name = 'search_block'`).pluck().get() === 0
    ? 0
    : book.sqlite.prepare('select count(*) from search_block').pluck().get()

function fillSmall(operation: Operation): void {
  const boss = addParty(operation, '王建国', { employer: '杭州西溪样板食品有限公司' })
  addPhone(operation, boss, '13957101236')
  const firm = addParty(operation, '杭州西溪样板食品有限公司', {
    kind: 'org',
    short_name: '溪品',
    english_name: 'Xi Foods',
  })
  operation.insert('contact_point', {
    party_id: firm,
    type: 'landline',
    raw: '0571-88651234',
    canonical: '0571-88651234',
  })
  operation.insert('alias', { party_id: firm, name: '留下酱园', name_key: '留下酱园', reason: 'former' })
  const driver = addParty(operation, '赵铁', {}, false)
  operation.insert('fact', { party_id: driver, field: 'car', value: '浙A·88321' })
  operation.insert('relation', { from_id: driver, to_id: boss, type: 'driver', title: null })
  const friend = addParty(operation, '王建国', {}, false)
  operation.insert('contact_point', { party_id: friend, type: 'wechat', raw: 'wjg_1975', canonical: 'wjg_1975' })
}

const wanted: [words: string, finds: string[]][] = [
  ['建国', ['王建国 name-part', '王建国 name-part']],
  ['西溪样板', ['杭州西溪样板食品有限公司 name-part']],
  ['溪品', ['杭州西溪样板食品有限公司 short-name']],
  ['xi foods', ['杭州西溪样板食品有限公司 short-name']],
  ['留下', ['杭州西溪样板食品有限公司 alias']],
  ['留下酱园', ['杭州西溪样板食品有限公司 alias']],
  ['jianguo', ['王建国 pinyin', '王建国 pinyin']],
  ['wjg', ['王建国 initials', '王建国 initials']],
  ['wj', ['王建国 initials', '王建国 initials']],
  ['1236', ['王建国 phone-tail']],
  ['3957101', ['王建国 phone-part']],
  ['88651234', ['杭州西溪样板食品有限公司 phone-tail']],
  ['0571-8865', ['杭州西溪样板食品有限公司 phone-part']],
  ['浙A88321', ['赵铁 plate']],
  ['浙a·88321', ['赵铁 plate']],
  ['8321', ['赵铁 plate']],
  ['wjg_1975', ['王建国 wechat']],
  ['1975', []],
  ['13900000000', []],
  ['不存在的人', []],
  ['zzz', []],
]

describe('search', () => {
  it.each(wanted)('%s', (words, finds) => {
    run(fillSmall)
    expect(found(words)).toEqual(finds)
    makeBlocks()
    expect(blockCount()).toBeGreaterThan(0)
    expect(found(words)).toEqual(finds)
  })

  it('puts customers before the people around them, and says whose they are', () => {
    run(fillSmall)
    expect(find('王建国').map(({ isCustomer }) => isCustomer)).toEqual([true, false])
    expect(find('赵铁')[0]?.of).toEqual({ id: 1, name: '王建国', type: 'driver', title: null })
  })

  it('knows what changed since the blocks were made, and forgets what is gone', () => {
    run(fillSmall)
    makeBlocks()
    const { id } = run((operation) => {
      const party = addParty(operation, '欧阳修远')
      addPhone(operation, party, '13811112222')
      const keys = nameKeys('王建军')
      operation.update('party', 1, { name: '王建军', name_key: keys.key, pinyin: keys.pinyin, initials: keys.initials })
      operation.remove('contact_point', 1)
    })
    expect(found('修远')).toEqual(['欧阳修远 name-part'])
    expect(found('2222')).toEqual(['欧阳修远 phone-tail'])
    expect(found('建军')).toEqual(['王建军 name-part'])
    expect(found('建国')).toEqual(['王建国 name-part'])
    expect(found('1236')).toEqual([])
    inTransaction(book, () => {
      const undo = startOperation(book, { kind: 'undo', command: 'kehu', staff: '小林', at, undoes: id })
      undoOperation(book, undo, id)
      undo.finish(at, {})
    })
    expect(found('修远')).toEqual([])
    expect(found('1236')).toEqual(['王建国 phone-tail'])
  })

  it('leads from an absorbed spelling to its survivor', () => {
    run((operation) => {
      addParty(operation, '王建国')
      addParty(operation, '汪健果')
      operation.update('party', 2, { status: 'merged', merged_into: 1 })
    })
    expect(found('健果')).toEqual(['王建国 name-part'])
    makeBlocks()
    expect(found('健果')).toEqual(['王建国 name-part'])
  })

  it('keeps nothing in the blocks when they are forgotten, and finds as before', () => {
    run(fillSmall)
    makeBlocks()
    forgetSearch(book)
    expect(blockCount()).toBe(0)
    expect(found('建国')).toHaveLength(2)
  })

  it('leaves a small book without blocks', () => {
    run(fillSmall)
    refreshSearch(book, searchSetting)
    expect(blockCount()).toBe(0)
  })

  it('finds whoever holds the words, with and without blocks', () => {
    const name = fc.string({
      unit: fc.constantFrom('王', '李', '建', '国', '芳', 'a', 'b'),
      minLength: 1,
      maxLength: 5,
    })
    fc.assert(
      fc.property(fc.array(name, { minLength: 1, maxLength: 30 }), name, fc.boolean(), (names, words, withBlocks) => {
        closeBook(book)
        book = openBook(':memory:', { create: true })
        const half = Math.floor(names.length / 2)
        run((operation) => names.slice(0, half).map((one) => addParty(operation, one)))
        if (withBlocks) makeBlocks()
        run((operation) => names.slice(half).map((one) => addParty(operation, one)))
        const ids = new Set(find(words).map(({ id }) => id))
        const missed = names.filter((one, index) => one.includes(words) && !ids.has(index + 1))
        expect(missed).toEqual([])
      }),
      { numRuns: 60 },
    )
  })
})
