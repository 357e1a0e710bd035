import { set_cptable, utils, write } from '@e965/xlsx'
import * as codepages from '@e965/xlsx/dist/cpexcel.full.mjs'
import { describe, expect, it } from 'vitest'
import { encoderOf } from '../bench/encoding.ts'
import { inMemory, readTable } from '../support/read-table.ts'
import { zipOf } from '../support/zip.ts'

set_cptable(codepages)

const gbk = (text: string): Buffer => encoderOf('gb18030')(text)!

describe('HTML named .xls', () => {
  const page = (rows: string) =>
    `<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"><style>td{mso-number-format:"\\@"}</style></head><body><table border=1>${rows}</table></body></html>`

  it('reads a table in GBK, as it is shown', async () => {
    const rows =
      '<tr><th>姓名<th>电话<th>备注</tr><tr><td>张伟</td><td x:str>013857101234</td><td>第一行<br>第二行&nbsp;&amp;</td></tr>'
    const got = await readTable(inMemory(gbk(page(rows)), '客户.xls'))
    expect(got).toMatchObject({ format: 'html', encoding: 'gb18030' })
    expect(got.sheets[0]!.info.name).toBe('table1')
    expect(got.sheets[0]!.rows).toEqual([
      ['姓名', '电话', '备注'],
      ['张伟', '013857101234', '第一行\n第二行\u00a0&'],
    ])
  })

  it('minds cells that span', async () => {
    const rows = '<tr><td rowspan=2>a</td><td colspan=2>b</td></tr><tr><td>c</td><td>d</td></tr><tr><td>e</td></tr>'
    const { rows: got, info } = (await readTable(inMemory(page(rows)))).sheets[0]!
    expect(got).toEqual([['a', 'b'], [null, 'c', 'd'], ['e']])
    expect(info.merges).toEqual([
      { top: 0, left: 0, bottom: 1, right: 0 },
      { top: 0, left: 1, bottom: 0, right: 2 },
    ])
  })

  it('takes the exact number behind a shortened one', async () => {
    const got = await readTable(
      inMemory(page('<tr><td>手机</td></tr><tr><td x:num="13857101234">1.38571E+10</td></tr>')),
    )
    expect(got.sheets[0]!.rows[1]).toEqual(['13857101234'])
  })

  it('makes a sheet of each table, and text of a table within a cell', async () => {
    const got = await readTable(
      inMemory(
        '<table><tr><td>a<table><tr><td>x</td></tr></table></td></tr></table><table><tr><td>b</td></tr></table>',
      ),
    )
    expect(got.sheets.map(({ info, rows }) => [info.name, String(rows[0]![0]).replace(/\s+/g, ' ')])).toEqual([
      ['table1', 'a x'],
      ['table2', 'b'],
    ])
  })
})

describe('web pages saved in one file', () => {
  const quoted = (bytes: Buffer): string =>
    [...bytes]
      .map((byte) =>
        byte > 126 || byte === 61 ? `=${byte.toString(16).toUpperCase().padStart(2, '0')}` : String.fromCharCode(byte),
      )
      .join('')
  const part = (place: string, html: string): string =>
    `------=_NextPart_01\r\nContent-Location: file:///C:/0/${place}\r\nContent-Transfer-Encoding: quoted-printable\r\nContent-Type: text/html; charset="gb2312"\r\n\r\n${quoted(gbk(html)).replaceAll(/(.{60})/g, '$1=\r\n')}\r\n`
  const head = '<html><head><meta http-equiv=Content-Type content="text/html; charset=gb2312"></head>'
  const archive = (...parts: readonly string[]): string =>
    `MIME-Version: 1.0\r\nX-Document-Type: Workbook\r\nContent-Type: multipart/related; boundary="----=_NextPart_01"\r\n\r\nThis is a web archive.\r\n\r\n${parts.join('')}------=_NextPart_01--\r\n`

  it('reads each sheet under its name, and no strip of tabs', async () => {
    const sheet = (rows: string): string => `${head}<body><table>${rows}</table></body></html>`
    const got = await readTable(
      inMemory(
        archive(
          part(
            'b.htm',
            `${head}<xml><x:ExcelWorksheet><x:Name>客户表</x:Name><x:WorksheetSource HRef="b.files/sheet001.htm"/></x:ExcelWorksheet></xml></html>`,
          ),
          part('b.files/tabstrip.htm', sheet('<tr><td>客户表</td></tr>')),
          part(
            'b.files/sheet001.htm',
            sheet('<tr><td>姓名</td><td>手机</td></tr><tr><td>张建国</td><td>13857120001</td></tr>'),
          ),
        ),
        '客户.xls',
      ),
    )
    expect(got.sheets.map(({ info, rows }) => [info.name, ...rows])).toEqual([
      ['客户表', ['姓名', '手机'], ['张建国', '13857120001']],
    ])
  })

  it('says that an archive without a table is a page', async () => {
    const text = archive(part('b.htm', `${head}<body>没有表格</body></html>`))
    await expect(readTable(inMemory(text))).rejects.toMatchObject({ code: 'not-a-spreadsheet-page' })
  })
})

describe('XML of Excel 2003', () => {
  const sheet = (rows: string, after = '') =>
    `<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="客户"><Table>${rows}</Table>${after}</Worksheet></Workbook>`

  it('reads typed cells, places, merges and comments', async () => {
    const rows = `<Column ss:Index="2" ss:Hidden="1"/><Row><Cell><Data ss:Type="String">姓名</Data></Cell><Cell ss:Index="3"><Data ss:Type="Number">13857101234</Data><Comment><ss:Data>备用</ss:Data></Comment></Cell></Row><Row ss:Index="3"><Cell ss:MergeAcross="1"><Data ss:Type="DateTime">2025-11-03T00:00:00.000</Data></Cell><Cell><Data ss:Type="Boolean">1</Data></Cell></Row>`
    const { rows: got, info, rowNumbers } = (await readTable(inMemory(sheet(rows)))).sheets[0]!
    expect(got).toEqual([
      ['姓名', null, 13857101234],
      [],
      [{ kind: 'date', iso: '2025-11-03', serial: 45964 }, null, true],
    ])
    expect(rowNumbers).toEqual([1, 2, 3])
    expect(info.merges).toEqual([{ top: 2, left: 0, bottom: 2, right: 1 }])
    expect(info.hiddenColumns).toEqual([1])
    expect([...info.comments]).toEqual([['0,2', '备用']])
  })

  it('reads a number as the date its style shows', async () => {
    const styles =
      '<Styles><Style ss:ID="d"><NumberFormat ss:Format="yyyy\\-mm\\-dd"/></Style><Style ss:ID="s"><NumberFormat ss:Format="Short Date"/></Style></Styles>'
    const text = sheet(
      '<Row><Cell ss:StyleID="d"><Data ss:Type="Number">45964</Data></Cell><Cell ss:StyleID="s"><Data ss:Type="Number">45964</Data></Cell><Cell><Data ss:Type="Number">45964</Data></Cell></Row>',
    ).replace('<Worksheet', `${styles}<Worksheet`)
    const day = { kind: 'date', iso: '2025-11-03', serial: 45964 }
    expect((await readTable(inMemory(text))).sheets[0]!.rows).toEqual([[day, day, 45964]])
  })

  it('knows hidden sheets', async () => {
    const hidden =
      '<WorksheetOptions xmlns="urn:schemas-microsoft-com:office:excel"><Visible>SheetHidden</Visible></WorksheetOptions>'
    const got = await readTable(inMemory(sheet('<Row><Cell><Data ss:Type="String">x</Data></Cell></Row>', hidden)))
    expect(got.sheets[0]!.info.hidden).toBe(true)
  })
})

describe('OpenDocument', () => {
  const ods = (table: string, manifest = '<manifest/>') =>
    zipOf(
      {
        mimetype: 'application/vnd.oasis.opendocument.spreadsheet',
        'META-INF/manifest.xml': manifest,
        'content.xml': `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet><table:table table:name="客户">${table}</table:table></office:spreadsheet></office:body></office:document-content>`,
      },
      true,
    )
  const row = (cells: string, repeat = 1) =>
    `<table:table-row table:number-rows-repeated="${repeat}">${cells}</table:table-row>`
  const text = (value: string) =>
    `<table:table-cell office:value-type="string"><text:p>${value}</text:p></table:table-cell>`

  it('reads values, repeats, dates and comments', async () => {
    const cells = [
      text('张伟'),
      '<table:table-cell table:number-columns-repeated="2"/>',
      '<table:table-cell office:value-type="float" office:value="13857101234"><text:p>1.39E10</text:p></table:table-cell>',
      '<table:table-cell office:value-type="date" office:date-value="2025-11-03"><office:annotation><dc:date>2025</dc:date><text:p>约</text:p></office:annotation><text:p>11/3</text:p></table:table-cell>',
      '<table:table-cell table:number-columns-repeated="16379"/>',
    ].join('')
    const { rows, rowNumbers, info } = (
      await readTable(
        inMemory(
          ods(
            row(cells) +
              row('<table:table-cell/>', 2) +
              row(text('b'), 2) +
              row('<table:table-cell table:number-columns-repeated="16384"/>', 1048571),
          ),
        ),
      )
    ).sheets[0]!
    expect(rows).toEqual([
      ['张伟', null, null, 13857101234, { kind: 'date', iso: '2025-11-03', serial: 45964 }],
      [],
      [],
      ['b'],
      ['b'],
    ])
    expect(rowNumbers).toEqual([1, 2, 3, 4, 5])
    expect([...info.comments]).toEqual([['0,4', '约']])
  })

  it.each([
    [
      'columns repeated without end',
      ods(
        row('<table:table-cell table:number-columns-repeated="999999999" office:value-type="float" office:value="1"/>'),
      ),
      'limit-columns',
    ],
    ['rows repeated without end', ods(row(text('x'), 999_999_999)), 'limit-rows'],
    ['a password', ods('', '<manifest:encryption-data/>'), 'workbook-password'],
  ])('refuses %s', async (_, bytes, code) => {
    const started = performance.now()
    await expect(readTable(inMemory(bytes))).rejects.toMatchObject({ name: 'KehuError', code })
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('old workbooks, in a thread of their own', () => {
  const book = () => {
    const sheet = utils.aoa_to_sheet([
      ['姓名', '手机', '日期'],
      ['张伟', 13857101234, { t: 'n', v: 45964, z: 'yyyy-mm-dd' }],
      [],
      ['李娜', true],
    ])
    sheet['!merges'] = [{ s: { r: 0, c: 0 }, e: { r: 0, c: 1 } }]
    const made = utils.book_new()
    utils.book_append_sheet(made, sheet, '客户')
    return made
  }

  it.each([
    ['biff8', 'xls'],
    ['xlsb', 'xlsb'],
  ] as const)('reads %s', async (bookType, format) => {
    const bytes = write(book(), { type: 'buffer', bookType, codepage: 936 }) as Buffer
    const got = await readTable(inMemory(bytes))
    expect(got.format).toBe(format)
    expect(got.sheets[0]!.rows).toEqual([
      ['姓名', '手机', '日期'],
      ['张伟', 13857101234, { kind: 'date', iso: '2025-11-03', serial: 45964 }],
      [],
      ['李娜', true],
    ])
    expect(got.sheets[0]!.info).toMatchObject({ name: '客户', hidden: false })
  })

  it('reads texts in the code page of workbooks before Excel 97', async () => {
    const made = utils.book_new()
    utils.book_append_sheet(made, utils.aoa_to_sheet([['NAME', 'CITY']]), 'Sheet1')
    const bytes = write(made, { type: 'buffer', bookType: 'biff5' }) as Buffer
    gbk('姓名').copy(bytes, bytes.indexOf('NAME'))
    gbk('杭州').copy(bytes, bytes.indexOf('CITY'))
    const record = bytes.indexOf(Buffer.from([0x42, 0, 2, 0]))
    bytes.writeUInt16LE(936, record + 4)
    expect((await readTable(inMemory(bytes))).sheets[0]!.rows).toEqual([['姓名', '杭州']])
  })

  it('stops a file that never ends', async () => {
    const bytes = write(book(), { type: 'buffer', bookType: 'biff8' }) as Buffer
    await expect(readTable(inMemory(bytes), { limits: { seconds: 0.001 } })).rejects.toMatchObject({
      kind: 'refused',
      code: 'limit-seconds',
    })
  })
})

describe('vCard', () => {
  const cards = (...lines: string[]) => `BEGIN:VCARD\r\n${lines.join('\r\n')}\r\nEND:VCARD\r\n`
  const records = async (text: string | Buffer) => {
    const got = await readTable(inMemory(text))
    expect(got.format).toBe('vcard')
    const [head = [], ...rows] = got.sheets[0]!.rows
    return rows.map((row) => Object.fromEntries(row.flatMap((cell, at) => (cell === null ? [] : [[head[at], cell]]))))
  }

  it.each([
    [
      '2.1 of Android',
      cards(
        'VERSION:2.1',
        'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0;=E4=BC=9F;;;',
        'FN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:=E5=BC=A0=',
        '=E4=BC=9F',
        'TEL;CELL:138-5710-1234',
        'TEL;WORK;VOICE:0571-88651234',
      ),
      { 姓名: '张伟', 手机: '138-5710-1234', 办公电话: '0571-88651234' },
    ],
    [
      '2.1 in GBK',
      cards('VERSION:2.1', 'N;CHARSET=GB2312;ENCODING=QUOTED-PRINTABLE:=D5=C5=CE=B0', 'TEL;CELL:13857101234'),
      { 姓名: '张伟', 手机: '13857101234' },
    ],
    [
      '3.0 of iPhone',
      cards(
        'VERSION:3.0',
        'N:张;伟;;;',
        'FN:张伟',
        'ORG:杭州远航贸易有限公司;销售部',
        'TITLE:经理',
        'item1.TEL:13857101234',
        'item1.X-ABLabel:老公',
        'TEL;type=CELL;type=VOICE;type=pref:13957101234',
        'EMAIL;type=INTERNET:a@b.example',
        'ADR;type=HOME:;;文三路478号;杭州市;浙江省;310012;中国',
        'BDAY;value=date:1604-03-08',
        'NOTE:第一行\\n第二行\\, 逗号',
      ),
      {
        姓名: '张伟',
        公司: '杭州远航贸易有限公司',
        部门: '销售部',
        职务: '经理',
        '电话（老公）': '13857101234',
        手机: '13957101234',
        邮箱: 'a@b.example',
        家庭住址: '中国浙江省杭州市文三路478号',
        邮编: '310012',
        生日: '03-08',
        备注: '第一行\n第二行, 逗号',
      },
    ],
    [
      '3.0 folded, with a picture',
      cards(
        'VERSION:3.0',
        'FN:John',
        ' ny Smith',
        'PHOTO;ENCODING=b;TYPE=JPEG:AAAA',
        ' BBBB',
        'TEL;TYPE=CELL:1',
        'TEL;TYPE=CELL:2',
      ),
      { 姓名: 'Johnny Smith', 手机: '1', 手机2: '2' },
    ],
    [
      '4.0',
      cards(
        'VERSION:4.0',
        'FN:Müller',
        'TEL;VALUE=uri;TYPE="cell,voice":tel:+49-171-1234567',
        'BDAY:19850601',
        'GENDER:M',
        'IMPP:weixin:zhang_wei',
      ),
      { 姓名: 'Müller', 手机: '+49-171-1234567', 生日: '1985-06-01', 性别: '男', 微信: 'zhang_wei' },
    ],
    [
      'Outlook without FN',
      cards('VERSION:2.1', 'N:Smith;John;Q.', 'EMAIL;PREF;INTERNET:j@x.example'),
      { 姓名: 'John Q. Smith', 邮箱: 'j@x.example' },
    ],
  ])('%s', async (_, text, wanted) => {
    expect(await records(text)).toEqual([wanted])
  })

  it('keeps every card, and says that pictures were left out', async () => {
    const text = cards('FN:a', 'PHOTO;BASE64:', ' AAAA') + cards('FN:b') + cards('FN:c')
    expect(await records(text)).toEqual([{ 姓名: 'a' }, { 姓名: 'b' }, { 姓名: 'c' }])
    expect((await readTable(inMemory(text))).notes).toEqual([{ code: 'pictures-left-out', params: { count: 1 } }])
  })
})

describe('JSON', () => {
  it.each([
    [
      'a list',
      '[{"姓名":"张伟","手机":13857101234},{"姓名":"李娜","城市":"杭州"}]',
      [
        ['姓名', '手机', '城市'],
        ['张伟', 13857101234, null],
        ['李娜', null, '杭州'],
      ],
    ],
    ['a list within', '{"code":0,"data":{"total":1,"rows":[{"a":1}]}}', [['a'], [1]]],
    [
      'objects and lists in it',
      '[{"name":"x","addr":{"city":"杭州","geo":{"lat":1}},"tags":["a","b"]}]',
      [
        ['name', 'addr.city', 'addr.geo', 'tags'],
        ['x', '杭州', '{"lat":1}', 'a；b'],
      ],
    ],
    [
      'long numbers',
      '[{"id":330102198506011234,"s":"330102198506011234"}]',
      [
        ['id', 's'],
        ['330102198506011234', '330102198506011234'],
      ],
    ],
    [
      'lists of lists',
      '[["a","b"],[1,null]]',
      [
        ['a', 'b'],
        [1, null],
      ],
    ],
  ])('reads %s', async (_, text, rows) => {
    const got = await readTable(inMemory(text))
    expect(got.format).toBe('json')
    expect(got.sheets[0]!.rows).toEqual(rows)
  })

  it('reads JSON Lines, and keeps a line that is none', async () => {
    const got = await readTable(inMemory('{"a":1}\n{"b":2}\n{"a":\n\n{"a":3,"b":4}\n'))
    expect(got.format).toBe('jsonl')
    expect(got.sheets[0]!.rows).toEqual([['a', 'b'], [1, null], [null, 2], ['{"a":'], [3, 4]])
    expect([...got.sheets[0]!.troubles]).toEqual([[4, [{ code: 'json-line-wrong', params: { row: 4, line: 3 } }]]])
  })

  it('refuses half a document', async () => {
    await expect(readTable(inMemory('[{"a":1},\n{"b"'))).rejects.toMatchObject({ code: 'json-damaged' })
  })
})

describe('what is no table', () => {
  it.each([
    ['a PDF', Buffer.from('%PDF-1.7 …'), 'not-a-spreadsheet-pdf'],
    ['a picture', Buffer.from('89504e470d0a1a0a0000', 'hex'), 'not-a-spreadsheet-picture'],
    ['a program', Buffer.from('4d5a900003000000', 'hex'), 'not-a-spreadsheet-program'],
    ['a Word document', zipOf({ '[Content_Types].xml': '', 'word/document.xml': '' }), 'not-a-spreadsheet-word'],
    ['noise', Buffer.from(Array.from({ length: 400 }, (_, i) => (i * 73) % 31)), 'not-a-spreadsheet-binary'],
    ['a login page', Buffer.from('<!DOCTYPE html><html><body>请登录</body></html>'), 'not-a-spreadsheet-page'],
    ['a sentence', Buffer.from('Attachment a.xls not found!'), 'not-a-spreadsheet-sentence'],
    ['nothing', Buffer.alloc(0), 'file-empty'],
    ['a byte order mark', Buffer.from('\ufeff\r\n'), 'file-empty'],
  ])('%s', async (_, bytes, code) => {
    await expect(readTable(inMemory(bytes))).rejects.toMatchObject({ name: 'KehuError', kind: 'input', code })
  })
})
