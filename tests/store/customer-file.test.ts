import { describe, expect, it } from 'vitest'
import { readCustomerFile } from '../../src/store/customer-file.ts'
import type { Row } from '../../src/store/journal.ts'
import { readMeasures } from '../../src/store/measures.ts'
import { addParty, bookOfRows, deal } from '../support/book-rows.ts'

const AT = '2026-01-01T00:00:00.000Z'

describe('the total of purchases on a customer’s screen', () => {
  it.each<[string, Row, number]>([
    ['a sale', {}, 1500],
    ['a refund', { kind: 'refund' }, 500],
    ['an order that was cancelled', { status: '已取消' }, 1000],
    ['an order entered twice', { duplicate_of: 1 }, 1000],
    ['money in another currency', { currency: 'USD' }, 1000],
    ['a top-up', { kind: 'topup' }, 1000],
  ])('%s counts as it does for tiers and reports', (_what, second, total) => {
    const { book, run } = bookOfRows()
    run('import', AT, (operation) => {
      const party = addParty(operation, '甲')
      operation.insert('deal', deal(party, '2026-02-01', 1000, {}))
      operation.insert('deal', deal(party, '2026-02-02', 500, second))
    })
    const measured = readMeasures(book, { today: '2026-11-22', periodFrom: '2026-01-01' })
    expect([readCustomerFile(book, 1, 0).dealTotals.amount, measured.numbers['purchases_total']![0]]).toEqual([
      total,
      total,
    ])
  })
})
