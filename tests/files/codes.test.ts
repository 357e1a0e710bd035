// Every code that reading can give has its sentence, so that nothing reaches a person without words.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { overLimit } from '../../src/files/limits.ts'
import { filesText } from '../../src/render/text/files.ts'

const readers = ['biff', 'csv', 'encoding', 'html', 'json', 'ods', 'spreadsheetml', 'vcard', 'xlsx', 'zip']
const own = /^(inputs|limits|open-|sniff-|source|unpack|sheet-builder)/

const sources = readdirSync('src/files', { recursive: true, encoding: 'utf8' }).filter(
  (file) => file.endsWith('.ts') && (readers.includes(file.split('/')[0]!) || own.test(file)),
)
const codes = new Set<string>()
for (const file of sources) {
  const text = readFileSync(join('src/files', file), 'utf8')
  for (const [, code = ''] of text.matchAll(/(?:KehuError\(\s*'\w+',\s*|code: |trouble\()'([a-z\d-]+)'/g))
    codes.add(code)
  for (const [, what = ''] of text.matchAll(/notSpreadsheet\([\w.]+, '([\w-]+)'\)/g))
    codes.add(`not-a-spreadsheet-${what}`)
  for (const [, what = ''] of text.matchAll(/^ {2}\['[\da-f]{6,}', '(\w+)'/gm)) codes.add(`not-a-spreadsheet-${what}`)
  for (const [, what = ''] of text.matchAll(/skip\(into, \w+, '([\w-]+)'\)|return '([\w]+-file)'/g))
    if (what) codes.add(`skipped-${what}`)
}
for (const limit of [
  'unpacked',
  'ratio',
  'columns',
  'rows',
  'cell',
  'sharedStrings',
  'merges',
  'memory',
  'seconds',
] as const) {
  codes.add(overLimit(limit, 'x', 1).code)
}

describe('codes of reading', () => {
  it('are found at all', () => {
    expect(codes.size).toBeGreaterThan(50)
  })

  it.each([...codes].sort())('%s has a sentence', (code) => {
    expect(Object.hasOwn(filesText, code)).toBe(true)
  })
})
