import { describe, expect, it } from 'vitest'
import { fuzz, fuzzFiles } from '../bench/fuzz.ts'

describe.skipIf(fuzzFiles().length === 0)('broken files', () => {
  it('end with rows or with words, never with a crash', async () => {
    expect(await fuzz(200, 1)).toEqual([])
  })
})
