import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { builtInForms, findForm } from '../../src/domain/forms/built-in.ts'
import { fillForm } from '../../src/domain/forms/from-answers.ts'
import { toDrafts } from '../../src/domain/forms/to-drafts.ts'
import { nameKeys } from '../../src/domain/search/keys.ts'
import { searchWords } from '../../src/domain/search/query.ts'
import { type Book, closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { readDeskFile } from '../../src/store/desk-file.ts'
import { editParty } from '../../src/store/edits.ts'
import { findParties } from '../../src/store/find.ts'
import { addContact, listContacts, listFollowUps, planFulfilled } from '../../src/store/interactions.ts'
import { startOperation } from '../../src/store/journal.ts'
import { historyOf } from '../../src/store/provenance.ts'
import { type SavedForm, saveForm } from '../../src/store/save-form.ts'

const today = '2026-11-22'
const at = `${today}T08:00:00.000Z`
const options = { today, at, staff: '小林', searchKeys: nameKeys }
let book: Book

/** Fills a built-in form and saves it. */
function fill(key: string, answers: Record<string, string>, code?: string): SavedForm {
  const def = findForm(builtInForms, key)!
  const filled = fillForm(def, answers, { today, staff: '小林' })
  if (!filled.ok) throw new Error(JSON.stringify(filled.faults))
  const state = code === undefined ? filled.state : { ...filled.state, tie: { code, as: 'same' as const } }
  return run((operation) => saveForm(book, operation, toDrafts(def, state), options))
}

function run<T>(step: (operation: ReturnType<typeof startOperation>) => T): T {
  return inTransaction(book, () => {
    const operation = startOperation(book, { kind: 'test', command: 'kehu', staff: '小林', at })
    const result = step(operation)
    operation.finish(at, {})
    return result
  })
}

const contact = (more: object) => ({
  ...{ party_id: 1, kind: 'call', customer_initiated: 1, on_day: today, at_time: null, staff: '小林', people: null },
  ...{ purpose: null, place: null, content: '问', cost: null, major: 0, next_on: null, facts: null, ...more },
})

beforeAll(() => {
  book = openBook(':memory:')
  fill('visitor', { 联系电话: '13957100001', 客户姓名: '张伟', 性别: '男' })
  fill('liaison', { 姓名: '张敏', 联系方式: '13957100002', 职务: '总经理', 单位: '宁波海曙样板贸易有限公司' })
  fill('visitor', { 联系电话: '13957108888', 客户姓名: '李秀英', 性别: '女' })
})
afterAll(() => closeBook(book))

describe('who is meant', () => {
  it.each([
    ['张总', ['张敏'], 'called'],
    ['张先生', ['张伟'], 'called'],
    ['李女士', ['李秀英'], 'called'],
    ['8888', ['李秀英'], 'phone-tail'],
    ['3957100002', ['张敏'], 'phone-tail'],
    ['lixiuying', ['李秀英'], 'pinyin'],
    ['lxy', ['李秀英'], 'initials'],
    ['秀英', ['李秀英'], 'name-part'],
    ['C000001', ['张伟'], 'code'],
    ['王总', [], undefined],
    ['13900000000', [], undefined],
  ])('%s', (words, names, by) => {
    const found = findParties(book, { ...searchWords(words), limit: 9 })
    expect(found.map(({ name }) => name)).toEqual(names)
    expect(found[0]?.by).toBe(by)
  })
})

describe('forms that make records', () => {
  it.each([
    [
      'demand',
      { 客户: '张伟', 内容: '三房', 重要性: '高', 优先级: '高' },
      'demand',
      { content: '三房', grade: 'A', stage: 'collect', party_id: 1 },
    ],
    [
      'plan',
      { 客户: '张伟', 方式: '登门拜访', 计划日期: '2026-11-25' },
      'plan_item',
      { way: 'visit', on_day: '2026-11-25', grain: 'week', party_id: 1 },
    ],
    [
      'rival',
      { 客户名称: '张伟', 竞争对手: '对岸广场', 策略: '免租' },
      'competitor_note',
      { competitor: '对岸广场', strategy: '免租', party_id: 1 },
    ],
    [
      'complaint',
      { 客户: '张伟', 投诉内容: '等太久' },
      'feedback',
      { content: '等太久', state: 'open', kind: 'complaint', party_id: 1 },
    ],
    [
      'verification',
      { 客户: '张伟', 基础数据: '属实' },
      'confirmation',
      { scope: 'base', state: 'confirmed', party_id: 1 },
    ],
    [
      'information',
      { 信息提供者: '王明', 内容: '降价' },
      'info_item',
      { provider: '王明', content: '降价', important: 0 },
    ],
  ] as const)('%s', (key, answers, table, row) => {
    fill(key, answers, key === 'information' ? undefined : 'C000001')
    expect(book.sqlite.prepare(`select * from ${table} order by id desc limit 1`).get()).toMatchObject(row)
    const kept = book.sqlite.prepare('select form, record, answers from submission order by id desc limit 1').get()
    expect(kept).toMatchObject({ form: key, record: expect.stringContaining(table) })
  })

  it('leave no second copy of a record among the facts', () => {
    const fields = book.sqlite.prepare(`select field from fact where party_id = 1`).pluck().all() as string[]
    expect(fields.filter((field) => /^(demand_|verify_|competitor|plan_|complaint_)/.test(field))).toEqual([])
  })
})

describe('contacts', () => {
  it('settle follow-ups and fulfil plans of their way', () => {
    run((operation) => addContact(operation, contact({ party_id: 2, on_day: '2026-11-20', next_on: '2026-11-21' })))
    expect(listFollowUps(book, { until: today, limit: 9 }).map(({ name }) => name)).toEqual(['张敏'])
    expect(readDeskFile(book, 2).nextOn).toBe('2026-11-21')
    run((operation) => addContact(operation, contact({ party_id: 2, on_day: '2026-11-21', cost: 3200 })))
    expect(listFollowUps(book, { until: today, limit: 9 })).toEqual([])
    expect(readDeskFile(book, 2)).toMatchObject({ nextOn: null, cost: 3200 })
    expect(planFulfilled(book, { partyId: 1, way: 'visit', until: '2026-11-25' })).toBeTypeOf('number')
    expect(planFulfilled(book, { partyId: 1, way: 'call', until: '2026-11-25' })).toBeUndefined()
    expect(listContacts(book, { partyId: 2, from: '2026-11-21', limit: 9 }).map(({ on_day }) => on_day)).toContain(
      '2026-11-21',
    )
  })
})

describe('an edit', () => {
  it('puts a phone in place of the only one, beside several, and its life can be told', () => {
    const draft = (canonical: string) => ({
      ...{ role: 'customer' as const, values: { kind: 'person' as const }, addresses: [], facts: [], aliases: [] },
      contacts: [{ type: 'mobile' as const, raw: canonical, canonical }],
    })
    const phones = (): unknown[] =>
      book.sqlite.prepare('select canonical from contact_point where party_id = 3').pluck().all()
    run((operation) => editParty(book, operation, 3, draft('13957109999'), options))
    expect(phones()).toEqual(['13957109999'])
    const id = Number(book.sqlite.prepare('select id from contact_point where party_id = 3').pluck().get())
    expect(historyOf(book, 'contact_point', id, 'canonical').map(({ after }) => after)).toEqual([
      '13957108888',
      '13957109999',
    ])
    run((operation) =>
      operation.insert('contact_point', { party_id: 3, type: 'mobile', raw: '1', canonical: '13957107777' }),
    )
    run((operation) => editParty(book, operation, 3, draft('13957106666'), options))
    expect(phones()).toEqual(['13957109999', '13957107777', '13957106666'])
  })
})
