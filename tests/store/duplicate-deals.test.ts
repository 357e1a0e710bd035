import { describe, expect, it } from 'vitest'
import { countDoubleDeals, findDoubleDeals, markDoubleDeals } from '../../src/store/duplicate-deals.ts'
import type { Row } from '../../src/store/journal.ts'
import { readMeasures } from '../../src/store/measures.ts'
import { absorb, addParty, bookOfRows, deal } from '../support/book-rows.ts'

const AT = '2026-01-01T00:00:00.000Z'
const order: Row = { order_no: 'P1', product: '茶', quantity: '1', source_row_id: 1 }
const line: Row = { product: '茶', quantity: '1', source_row_id: 1 }

/** A book with one customer (and a second) and two deals; the second differs by what is told. */
function twoDeals(first: Row, second: Row & { readonly merged?: number }) {
  const { book, run, undo } = bookOfRows()
  run('import', AT, (operation) => {
    const [one, other] = [addParty(operation, '甲'), addParty(operation, '乙')]
    const { merged, ...more } = second
    operation.insert('deal', deal(one, '2026-02-01', 500, first))
    operation.insert('deal', deal(merged === undefined ? one : other, '2026-02-01', 500, { ...first, ...more }))
    if (merged === 1) absorb(operation, one, other)
  })
  return { book, run, undo }
}

describe('orders entered twice', () => {
  it.each<[string, Row, Row & { merged?: number }, boolean]>([
    ['the same order number, all else alike', order, { source_row_id: 2 }, true],
    ['another order number', order, { order_no: 'P2' }, false],
    ['another amount', order, { amount: 501 }, false],
    ['another day', order, { on_day: '2026-02-02' }, false],
    ['no day', { ...order, on_day: null }, {}, false],
    ['a refund of the order', order, { kind: 'refund' }, false],
    ['another product on the same order', order, { product: '酒' }, false],
    ['another serial number on the same order', order, { facts: '{"serial_no":"2"}' }, false],
    ["another customer's", order, { merged: 0 }, false],
    ["an absorbed customer's", order, { merged: 1 }, true],
    ['no number, product and quantity alike, both imported', line, { source_row_id: 2 }, true],
    ['no number, typed by hand', { ...line, source_row_id: null }, {}, false],
    ['no number, no quantity told', { ...line, quantity: null }, {}, false],
    ['a number in one of them only', line, { order_no: 'P1' }, false],
  ])('%s', (_, first, second, isDouble) => {
    const { book } = twoDeals(first, second)
    expect(findDoubleDeals(book).map((pair) => [pair.first, pair.second])).toEqual(isDouble ? [[1, 2]] : [])
  })

  it('are counted for the operation that entered them a second time', () => {
    const { book, run } = twoDeals(order, { amount: 7 })
    const again = run('import', AT, (operation) => operation.insert('deal', deal(1, '2026-02-01', 500, order)))
    expect([countDoubleDeals(book, 1), countDoubleDeals(book, again)]).toEqual([0, 1])
  })

  it('leaves totals when marked, and comes back with an undo', () => {
    const { book, run, undo } = twoDeals(order, {})
    const total = () =>
      readMeasures(book, { today: '2026-11-22', periodFrom: '2026-01-01' }).numbers['purchases_total']![0]
    expect(total()).toBe(1000)
    const marked = run('clean', AT, (operation) => expect(markDoubleDeals(operation, findDoubleDeals(book))).toBe(1))
    expect([total(), findDoubleDeals(book)]).toEqual([500, []])
    undo(marked, AT)
    expect(total()).toBe(1000)
  })
})
