import { describe, expect, it } from 'vitest'
import { fuzz } from '../bench/fuzz.ts'

describe('broken files', () => {
  it('end with rows or with words, never with a crash', async () => {
    expect(await fuzz(200, 1)).toEqual([])
  })
})
