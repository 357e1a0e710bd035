import { describe, expect, it } from 'vitest'
import { type ExportKind, exportKeys } from '../../src/store/export-rows/columns.ts'
import { exportRows } from '../../src/store/export-rows.ts'
import { absorb, addParty, bookOfRows, deal, talk } from '../support/book-rows.ts'

const AT = '2026-01-01T00:00:00.000Z'

/** 甲 with 乙 absorbed, 丙 archived, 丁 alone. */
function book() {
  const { book: made, run } = bookOfRows()
  run('import', AT, (operation) => {
    const [a, b, c, d] = ['甲', '乙', '丙', '丁'].map((name, i) =>
      addParty(operation, name, { gender: 'F' }, { opened_on: `2026-01-0${i + 1}`, tier: 'A', owner: '李敏' }),
    )
    const contact = (
      party_id: number,
      type: string,
      raw: string,
      canonical: string | null,
      ext: string | null = null,
    ) => operation.insert('contact_point', { party_id, type, raw, canonical, ext })
    contact(a!, 'mobile', '138 0000 0001', '13800000001')
    contact(b!, 'mobile', '13800000001', '13800000001')
    contact(b!, 'landline', '0571-88880001转8', '0571-88880001', '8')
    contact(a!, 'email', 'A@b.cn', 'a@b.cn')
    contact(d!, 'mobile', '不详', null)
    operation.insert('address', { party_id: b!, use: 'home', raw: '南京', city: '南京市' })
    operation.insert('address', { party_id: a!, use: 'home', raw: '杭州', province: '浙江省', city: '杭州市' })
    operation.insert('alias', { party_id: a!, name: '甲老板', name_key: '甲老板', reason: 'nickname' })
    operation.insert('fact', { party_id: a!, field: 'hobby', value: '茶', as_of: '2026-01-01' })
    operation.insert('fact', { party_id: b!, field: 'hobby', value: '棋', as_of: '2025-01-01' })
    operation.insert('deal', deal(a!, '2026-02-01', 500, { product: '茶', order_no: 'P1' }))
    operation.insert('deal', deal(b!, '2026-03-01', 300, { product: '酒' }))
    operation.insert('deal', deal(b!, '2026-03-02', 100, { kind: 'refund' }))
    operation.insert('deal', deal(c!, '2026-03-02', 999))
    operation.insert('interaction', talk(b!, '2026-04-01', 'visit', { content: '看房', staff: '李敏' }))
    absorb(operation, a!, b!)
    operation.update('party', c!, { status: 'archived' })
  })
  return made
}

const rowsOf = (kind: ExportKind, columns: readonly string[], more: object = {}) =>
  [...exportRows(book(), { kind, columns, ...more })].flat()

describe('rows to write out', () => {
  it('gives live customers with what hangs on them in one cell each, their own first, the same once', () => {
    const columns = [
      'code',
      'name',
      'phone',
      'email',
      'address',
      'province',
      'city',
      'aliases',
      'hobby',
      'deals',
      'amount_total',
      'first_deal_on',
      'last_deal_on',
      'contacts',
      'last_contact_on',
      'tier',
    ]
    expect(rowsOf('customers', columns)).toEqual([
      [
        'C000001',
        '甲',
        '13800000001; 0571-88880001-8',
        'a@b.cn',
        '杭州',
        '浙江省',
        '杭州市',
        '甲老板',
        '茶',
        2,
        700,
        '2026-02-01',
        '2026-03-01',
        1,
        '2026-04-01',
        'A',
      ],
      ['C000004', '丁', '不详', null, null, null, null, null, null, 0, 0, null, null, 0, null, 'A'],
    ])
  })

  it('gives deals, contacts and interactions under the live customer', () => {
    expect(rowsOf('deals', ['code', 'name', 'deal_on', 'amount', 'order_no', 'phone'])).toEqual([
      ['C000001', '甲', '2026-02-01', 500, 'P1', '13800000001; 0571-88880001-8'],
      ['C000001', '甲', '2026-03-01', 300, null, '13800000001; 0571-88880001-8'],
      ['C000001', '甲', '2026-03-02', 100, null, '13800000001; 0571-88880001-8'],
    ])
    expect(rowsOf('contacts', ['code', 'type', 'raw'])).toHaveLength(5)
    expect(rowsOf('interactions', ['code', 'contact_on', 'contact_kind', 'content', 'contact_staff'])).toEqual([
      ['C000001', '2026-04-01', 'visit', '看房', '李敏'],
    ])
  })

  it('keeps to a filter and to days', () => {
    expect(rowsOf('customers', ['code'], { filter: { region: '浙江' } })).toEqual([['C000001']])
    expect(rowsOf('customers', ['code'], { from: '2026-01-02', to: '2026-01-05' })).toEqual([['C000004']])
    expect(rowsOf('deals', ['deal_on'], { from: '2026-03-01', to: '2026-03-02' })).toEqual([['2026-03-01']])
    expect(() => rowsOf('deals', ['deal_on'], { from: "'; drop table deal" })).toThrow(RangeError)
  })

  it.each(['customers', 'contacts', 'deals', 'interactions'] as const)('knows every key it offers: %s', (kind) => {
    const keys = exportKeys(kind)
    for (const row of rowsOf(kind, keys)) expect(row).toHaveLength(keys.length)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('gives nothing of an empty book', () => {
    expect([...exportRows(bookOfRows().book, { kind: 'customers', columns: ['code', 'phone'] })]).toEqual([])
  })
})
