import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type BlockRule, eachPair, makeBlocks, radixSort, rulesOf } from '../../../src/domain/matching/blocks.ts'

const byValue = (rule: string, values: readonly (number | null)[], cap?: number): BlockRule => ({
  rule,
  ...(cap === undefined ? {} : { cap }),
  keys: (record, emit) => {
    const value = values[record]
    if (value != null) emit(value)
  },
})

function pairsIn(blocks: ReturnType<typeof makeBlocks>, records: number): string[] {
  const out: string[] = []
  eachPair(blocks, 0, records, new Uint32Array(records), (a, b, rule) => out.push(`${a} ${b} ${blocks.rules[rule]}`))
  return out.sort()
}

describe('blocks', () => {
  it('makes each pair once, and the first rule owns it', () => {
    const blocks = makeBlocks(4, [byValue('phone', [1, 1, null, 2]), byValue('name', [7, 7, 7, null])], [], 100)
    expect(pairsIn(blocks, 4)).toEqual(['0 1 phone', '0 2 name', '1 2 name'])
    expect(rulesOf(blocks, 0, 1)).toEqual(['phone', 'name'])
    expect(rulesOf(blocks, 0, 3)).toEqual([])
  })

  it('cuts an oversize block by a second fact, and counts who is left out', () => {
    const same = [1, 1, 1, 1, 1, 1]
    const blocks = makeBlocks(6, [byValue('name', same, 3)], [Int32Array.from([5, 5, 6, 6, 0, 0])], 100)
    expect(pairsIn(blocks, 6)).toEqual(['0 1 name', '2 3 name'])
    expect(blocks.dropped).toEqual([2])
  })

  it('finds the pairs that a search through all pairs finds', () => {
    const values = fc.array(fc.option(fc.nat(5)), { minLength: 2, maxLength: 25 })
    fc.assert(
      fc.property(values, (list) => {
        const blocks = makeBlocks(list.length, [byValue('x', list)], [], 1000)
        const wanted: string[] = []
        for (let a = 0; a < list.length; a++)
          for (let b = a + 1; b < list.length; b++)
            if (list[a] !== null && list[a] === list[b]) wanted.push(`${a} ${b} x`)
        expect(pairsIn(blocks, list.length)).toEqual(wanted.sort())
      }),
    )
  })

  it('sorts stably by unsigned keys', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(0xffffffff), { maxLength: 60 }), (keys) => {
        const { keys: sorted, owners } = radixSort(Uint32Array.from(keys), Int32Array.from(keys.keys()), keys.length)
        const wanted = [...keys.keys()].sort((x, y) => keys[x]! - keys[y]! || x - y)
        expect([...owners]).toEqual(wanted)
        expect([...sorted]).toEqual(wanted.map((i) => keys[i]))
      }),
    )
  })
})
