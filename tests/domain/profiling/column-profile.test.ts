import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { lookAtColumn, shapeOf } from '../../../src/domain/profiling/column-profile.ts'

describe('shapeOf', () => {
  it.each([
    ['13800000001', '9+'],
    ['0571-8865', '9999-9999'],
    ['王小明', '汉汉汉'],
    ['Li Wei', 'Aa Aaa'],
    ['', ''],
    ['A1b汉', 'A9a汉'],
    ['----------', '----------'],
  ])('%s is %s', (text, shape) => expect(shapeOf(text)).toBe(shape))

  it('never says which digits, letters or hanzi stand there', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('1', '2', 'b', 'C', '王', '李') }), (text) => {
        expect(shapeOf(text)).not.toMatch(/[12bC王李]/)
      }),
    )
  })
})

describe('lookAtColumn', () => {
  it('counts as plain loops do', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom('', ' ', 'a', 'bb', '王', '1', null)), (cells) => {
        const look = lookAtColumn()
        for (const cell of cells) look.add(cell)
        const filled = cells.flatMap((cell) => (cell === null || cell.trim() === '' ? [] : [cell.trim()]))
        const { filled: count, distinct, more, longest } = look.profile()
        expect({ count, distinct, more }).toEqual({ count: filled.length, distinct: new Set(filled).size, more: false })
        expect(longest).toBe(Math.max(0, ...filled.map((text) => text.length)))
      }),
    )
  })
})
