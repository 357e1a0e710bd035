import { describe, expect, it } from 'vitest'
import { inTransaction } from '../../src/store/book.ts'
import { startOperation } from '../../src/store/journal.ts'
import { addParty } from '../support/book-rows.ts'
import { openDesk } from '../support/desk.ts'

describe('a list as CSV', () => {
  it('is disarmed by the same guard as an export, so that import takes it off again', async () => {
    const desk = openDesk()
    try {
      inTransaction(desk.book, () => {
        const operation = startOperation(desk.book, { kind: 'add', command: 'kehu', staff: 'x', at: desk.now })
        addParty(operation, '＝SUM(A1)商行')
        operation.finish(desk.now, {})
      })
      const { out } = await desk.run(['find', 'C000001', '--csv'])
      expect(out).toContain(",'＝SUM(A1)商行,")
      expect(out.endsWith('\r\n')).toBe(true)
    } finally {
      desk.close()
    }
  })
})
