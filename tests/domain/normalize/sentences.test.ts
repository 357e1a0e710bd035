import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { valuesText } from '../../../src/render/text/values.ts'

const folder = 'src/domain/normalize'
const text = readdirSync(folder)
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(`${folder}/${file}`, 'utf8'))
  .join('\n')
const told = [
  ...text.matchAll(
    /(?:\bcode: |\bbad\(\s*|\? |: )'((?:phone|email|uscc|id|name|gender|age|date|excel|year|amount|number|range|address|division|cell)-[a-z0-9-]+)'/g,
  ),
]
const codes = [...new Set(told.map((match) => match[1]!))].sort()

describe('what normalize says', () => {
  it('is found at all', () => expect(codes.length).toBeGreaterThan(70))
  it.each(codes)('%s has its sentence', (code) => expect(valuesText).toHaveProperty([code]))
  it.each(Object.keys(valuesText))('%s is said somewhere', (code) => expect(codes).toContain(code))
  it.each(Object.entries(valuesText))('%s holds the same values in both languages', (_, { zh, en }) => {
    const holes = (sentence: string): string[] => [...sentence.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort()
    expect(holes(zh)).toEqual(holes(en))
  })
})
