import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Cell } from '../../src/model/sheet.ts'
import { inMemory, readTable } from '../support/read-table.ts'

const read = async (text: string | Buffer, options = {}) => {
  const table = await readTable(inMemory(text), options)
  const sheet = table.sheets[0]!
  const codes = [...sheet.troubles].map(([row, reasons]) => `${row} ${reasons.map(({ code }) => code).join(' ')}`)
  return { ...table, rows: sheet.rows, rowNumbers: sheet.rowNumbers, troubles: codes }
}

describe('delimiters', () => {
  it.each([
    ['comma', '姓名,电话\n张伟,138\n', ','],
    ['semicolon', '姓名;电话\n张伟;138\n', ';'],
    ['tab', '姓名\t电话\n张伟\t138\n', '\t'],
    ['pipe', '姓名|电话\n张伟|138\n', '|'],
    ['two pipes', '姓名||电话||城市\n张伟||138||杭州\n李娜||139||宁波\n', '||'],
    ['two semicolons', '姓名;;电话\n张伟;;138\n李娜;;139\n', ';;'],
    ['control character', 'a\u0001b\n1\u00012\n', '\u0001'],
    ['a sep= line', 'sep=;\r\n姓名;电话,手机\r\n张伟;138\r\n', ';'],
    ['semicolons around decimal commas', 'a;b\n1,5;2,5\n3,5;4,5\n', ';'],
    ['semicolons around decimal commas, no header', '1,5;2,5\n3,5;4,5\n', ';'],
    ['commas beside times', '2025-01-01 10:00:00,11:00:00\n2025-01-02 10:00:00,11:00:00\n', ','],
    ['commas beside a list with semicolons', 'a,b;c,d,e,f\ng,h;i,j,k,l\n', ','],
    ['tabs beside commas', '姓名\t地址\n张伟\t杭州,西湖\n李娜\t宁波,海曙\n', '\t'],
    ['carets', 'a^b^c\n1^2^3\n', '^'],
    ['one line', '姓名,电话,地址', ','],
    ['commas within quotes', '"a, b";c\n"d, e";f\n"g, h";i\n', ';'],
    ['one column', '姓名\n张伟\n李娜\n', ''],
    ['no delimiter in most lines', '你看下这几个\n张伟,138\n李娜，139\n王芳 137\n完了\n', ''],
  ])('%s', async (_, text, delimiter) => {
    expect((await read(text)).delimiter).toBe(delimiter)
  })

  it('counts records from the header, behind a sep= line', async () => {
    const { rows, rowNumbers } = await read('sep=;\r\na;b\r\n1;2\r\n')
    expect(rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(rowNumbers).toEqual([1, 2])
  })
})

describe('quotes that are wrong', () => {
  it.each([
    ['a quote within a plain cell', 'a,b,c\n1,李"小"娜,3\n', [['1', '李"小"娜', '3']], []],
    [
      'a quote that never closes',
      'a,b,c\n1,"吴磊,3\n4,5,6\n',
      [
        ['1', '吴磊', '3'],
        ['4', '5', '6'],
      ],
      ['2 quote-unclosed'],
    ],
    [
      'one that never closes, then good ones',
      'a,b,c\n1,"x,3\n4,"5",6\n7,"8,8",9\n',
      [
        ['1', 'x', '3'],
        ['4', '5', '6'],
        ['7', '8,8', '9'],
      ],
      ['2 quote-unclosed'],
    ],
    [
      'one in the last cell, then good ones',
      'a,b,c\n1,2,"x\n4,5,"6"\n7,8,9\n',
      [
        ['1', '2', 'x'],
        ['4', '5', '6'],
        ['7', '8', '9'],
      ],
      ['2 quote-unclosed'],
    ],
    [
      'unescaped quotes in a quoted cell',
      'a,b\n"Lahr "Vis" more","x"\n',
      [['Lahr "Vis" more', 'x']],
      ['2 quote-stray'],
    ],
    [
      'unescaped quotes at the end of a quoted cell',
      'a,b\n1,2\n"Lahr "Vis"",x\n',
      [
        ['1', '2'],
        ['Lahr "Vis"', 'x'],
      ],
      ['3 quote-stray'],
    ],
    [
      'text behind a closing quote',
      'a,b,c\n1,2,"pedro"bla\n4,5,6\n',
      [
        ['1', '2', '"pedro"bla'],
        ['4', '5', '6'],
      ],
      ['2 quote-stray'],
    ],
    [
      'a space before the quote',
      'a,b\n1, "x, y"\n2,z\n3,z\n4,z\n',
      [
        ['1', 'x, y'],
        ['2', 'z'],
        ['3', 'z'],
        ['4', 'z'],
      ],
      ['2 quote-stray'],
    ],
  ] as const)('%s', async (_, text, rows, troubles) => {
    const got = await read(text)
    expect(got.rows.slice(1)).toEqual(rows)
    expect(got.troubles).toEqual(troubles)
  })

  it('keeps line breaks of good cells', async () => {
    const { rows, troubles } = await read('a,b,c\n1,2,"x\r\ny"\n4,"5\n5",6\n')
    expect(rows.slice(1)).toEqual([
      ['1', '2', 'x\r\ny'],
      ['4', '5\n5', '6'],
    ])
    expect(troubles).toEqual([])
  })

  it('reads escaped quotes', async () => {
    const { rows } = await read('a,b\n"he said \\"hi\\"",1\n"back\\\\slash",2\n')
    expect(rows.slice(1)).toEqual([
      ['he said "hi"', '1'],
      ['back\\slash', '2'],
    ])
  })

  it('does not lose time on thousands of quotes that never close', async () => {
    const text = `a,b,c\n${'1,"x,3\n'.repeat(50_000)}`
    const started = performance.now()
    const { rows } = await read(text)
    expect(rows.length).toBe(50_001)
    expect(performance.now() - started).toBeLessThan(5000)
  })
})

describe('rows', () => {
  it('tells rows that are too long or too short, with their line', async () => {
    const got = await readTable(inMemory('a,b,c\n1,2\n"x\ny",2,3\n1,2,3,4\n1,2,3,\n'))
    expect([...got.sheets[0]!.troubles]).toEqual([
      [2, [{ code: 'cells-few', params: { row: 2, line: 2, cells: 2, expected: 3 } }]],
      [4, [{ code: 'cells-many', params: { row: 4, line: 5, cells: 4, expected: 3 } }]],
    ])
  })

  it.each([
    ['CR', 'a,b\r1,2\r3,4'],
    ['LF', 'a,b\n1,2\n3,4\n'],
    ['CRLF', 'a,b\r\n1,2\r\n3,4\r\n'],
    ['all three', 'a,b\r\n1,2\r3,4\n'],
  ])('ends at %s', async (_, text) => {
    expect((await read(text)).rows).toEqual([
      ['a', 'b'],
      ['1', '2'],
      ['3', '4'],
    ])
  })

  it('counts blank lines', async () => {
    const { rows, rowNumbers } = await read('a,b\n\n1,2\n')
    expect(rows).toEqual([['a', 'b'], [], ['1', '2']])
    expect(rowNumbers).toEqual([1, 2, 3])
  })

  it('takes NUL bytes out and says so', async () => {
    const { rows, troubles } = await read('a,b\n张\0伟,2\n"x\0",3\n')
    expect(rows.slice(1)).toEqual([
      ['张伟', '2'],
      ['x', '3'],
    ])
    expect(troubles).toEqual(['2 nul-byte', '3 nul-byte'])
  })

  it('refuses more columns than the limit', async () => {
    await expect(read(`${'x,'.repeat(20_000)}x\n`)).rejects.toMatchObject({ kind: 'refused', code: 'limit-columns' })
    expect((await read(`${'x,'.repeat(20_000)}x\n`, { limits: { columns: 30_000 } })).rows[0]).toHaveLength(20_001)
  })
})

const dialect = fc.record({
  delimiter: fc.constantFrom(',', ';', '\t', '|'),
  lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
  mark: fc.boolean(),
  quoteAll: fc.boolean(),
})
const cell = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.constantFrom(
      '张伟',
      '13857101234',
      'a b',
      '李"小"娜',
      'x,y;z|w\tv',
      '两\n行',
      '',
      "O'Neil",
      '"',
      '""',
    ),
  },
  {
    weight: 1,
    arbitrary: fc.string({ unit: 'grapheme', maxLength: 8 }).filter((text) => !/[\0\ufffd\ufeff]/.test(text)),
  },
)

describe('laws', () => {
  it('reads back any table it is given, in any dialect', async () => {
    const table = fc
      .integer({ min: 2, max: 6 })
      .chain((width) =>
        fc
          .array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 })
          .map((rows) => [Array.from({ length: width }, (_, at) => `列${at}`), ...rows]),
      )
    await fc.assert(
      fc.asyncProperty(table, dialect, async (rows, { delimiter, lineEnd, mark, quoteAll }) => {
        const written = rows.map((row) =>
          row
            .map((text) => {
              const needs = quoteAll || text === '' || /["\r\n,;\t|]/.test(text) || text !== text.trim()
              return needs ? `"${text.replaceAll('"', '""')}"` : text
            })
            .join(delimiter),
        )
        const text = (mark ? '\ufeff' : '') + written.join(lineEnd) + lineEnd
        const wanted = rows.map((row) => row.map((each): Cell => each || null))
        const got = await read(text, { delimiter })
        expect(got.rows).toEqual(wanted)
        expect(got.troubles).toEqual([])
      }),
      { numRuns: 300 },
    )
  })

  it('agrees with csv-parse on well-formed text', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, { minLength: 3, maxLength: 3 }), { minLength: 2, maxLength: 8 }),
        async (rows) => {
          const text = rows.map((row) => row.map((each) => `"${each.replaceAll('"', '""')}"`).join(',')).join('\n')
          const oracle = parse(text) as string[][]
          const got = await read(text, { delimiter: ',' })
          expect(got.rows.map((row) => [0, 1, 2].map((at) => row[at] ?? ''))).toEqual(oracle)
        },
      ),
      // A cell with a line break above a column that is empty everywhere was once taken for an unclosed quote.
      {
        numRuns: 200,
        examples: [
          [
            [
              ['张伟', '', ''],
              ['张伟', '两\n行', ''],
            ],
          ],
        ],
      },
    )
  })

  it('never loses a line, whatever the quotes do', async () => {
    const line = fc
      .array(fc.constantFrom('a', '"', '""', ',', '张', '"x', 'y"'), { maxLength: 8 })
      .map((parts) => parts.join(''))
    await fc.assert(
      fc.asyncProperty(fc.array(line, { minLength: 1, maxLength: 10 }), async (lines) => {
        const text = `${['h1,h2,h3', ...lines].join('\n')}\nlast,line,here\n`
        const got = await read(text, { delimiter: ',' })
        const all = JSON.stringify(got.rows)
        expect(all).toContain('here')
        for (const char of ['a', '张', 'x', 'y']) {
          const count = (of: string) => of.split(char).length - 1
          expect(count(all)).toBeGreaterThanOrEqual(count(text))
        }
      }),
      { numRuns: 500 },
    )
  })
})
