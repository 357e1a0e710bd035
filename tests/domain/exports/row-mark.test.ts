import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { rowMark } from '../../../src/domain/exports/row-mark.ts'

const cell = fc.oneof(fc.string(), fc.constant(null), fc.integer(), fc.constantFrom('13800000000', '0571-1', '=1+1'))

describe('the mark of an exported row', () => {
  it.each([
    ['money as a number and as text', ['a', 1234.5], ['a', '1234.50']],
    ['an empty cell and none', ['a', null], ['a', '']],
    ['line ends of either kind', ['a\r\nb'], ['a\nb']],
    ['edges that a reader takes off', [' a '], ['a']],
    ['leading zeros that a spreadsheet drops', ['007'], [7]],
  ])('is the same for %s', (_name, one, other) => {
    expect(rowMark('seed', one)).toBe(rowMark('seed', other))
  })

  it.each([
    ['another value', ['a', 'b'], ['a', 'c']],
    ['a border moved', ['ab', 'c'], ['a', 'bc']],
    ['a cell moved', ['a', null, 'b'], ['a', 'b', null]],
  ])('differs for %s', (_name, one, other) => {
    expect(rowMark('seed', one)).not.toBe(rowMark('seed', other))
  })

  it('belongs to one book', () => {
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1 }), (row) => {
        expect(rowMark('one', row)).toBe(rowMark('one', row))
        expect(rowMark('one', row)).not.toBe(rowMark('another', row))
      }),
    )
  })
})
