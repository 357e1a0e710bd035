import { readdirSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { scoreWorkbook } from '../../bench/workbooks.ts'

const folder = 'fixtures/workbooks'
const names = readdirSync(folder).filter((name) => /^\d/.test(name))

describe('the workbooks', () => {
  it.each(names)('%s is read as a careful person would', async (name) => {
    const score = await scoreWorkbook(`${folder}/${name}`)
    expect(score.differences).toEqual([])
    expect(score.fieldsRight).toBe(score.fields)
  })
})
