import { describe, expect, it } from 'vitest'
import { encoderOf } from '../bench/encoding.ts'
import { inMemory, readTable } from '../support/read-table.ts'

const text = '姓名,电话\r\n张伟,13857101234\r\n李娜,13957101235\r\n'
const gbk = encoderOf('gb18030')

function utf32(content: string, bigEndian: boolean): Buffer {
  const chars = [...content]
  const bytes = Buffer.alloc(chars.length * 4)
  chars.forEach((char, at) => {
    if (bigEndian) bytes.writeUInt32BE(char.codePointAt(0)!, at * 4)
    else bytes.writeUInt32LE(char.codePointAt(0)!, at * 4)
  })
  return bytes
}
const utf16be = (content: string): Buffer => Buffer.from(content, 'utf16le').swap16()

describe('encodings', () => {
  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-8 with two marks', Buffer.from(`\ufeff\ufeff${text}`), 'utf-8'],
    ['GBK', gbk(text)!, 'gb18030'],
    ['UTF-16LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16LE without', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16BE with a mark', utf16be(`\ufeff${text}`), 'utf-16be'],
    ['UTF-16BE without', utf16be(text), 'utf-16be'],
    ['UTF-32LE with a mark', utf32(`\ufeff${text}`, false), 'utf-32le'],
    ['UTF-32BE without', utf32(text, true), 'utf-32be'],
  ])('%s', async (_, bytes, encoding) => {
    const got = await readTable(inMemory(bytes))
    expect(got.encoding).toBe(encoding)
    expect(got.sheets[0]!.rows).toEqual([
      ['姓名', '电话'],
      ['张伟', '13857101234'],
      ['李娜', '13957101235'],
    ])
    expect(got.notes).toEqual([])
  })

  it('reads four-byte characters of GB18030', async () => {
    const bytes = Buffer.concat([gbk('姓名,单位\r\n')!, Buffer.from('9933a932', 'hex'), gbk('达,万科\r\n')!])
    expect((await readTable(inMemory(bytes))).sheets[0]!.rows[1]).toEqual(['𬭎达', '万科'])
  })

  it('follows what it is told, by any usual name', async () => {
    for (const encoding of ['GBK', 'gb2312', 'cp936']) {
      expect((await readTable(inMemory(gbk(text)!), { encoding })).sheets[0]!.rows[1]![0]).toBe('张伟')
    }
    await expect(readTable(inMemory(text), { encoding: 'klingon' })).rejects.toMatchObject({
      kind: 'usage',
      code: 'encoding-unknown',
    })
  })

  it('judges the whole file: one line far down decides', async () => {
    const bytes = Buffer.concat([Buffer.from('name,phone\n'), Buffer.from('a,1\n'.repeat(800_000)), gbk('张伟,138\n')!])
    const got = await readTable(inMemory(bytes))
    expect(got.encoding).toBe('gb18030')
    expect(got.sheets[0]!.rows.at(-1)).toEqual(['张伟', '138'])
  })
})

describe('damage', () => {
  it('names the line and byte where a file changes its encoding, and reads both parts', async () => {
    const head = Buffer.from('姓名,电话\n张伟,1\n李娜,2\n')
    const got = await readTable(inMemory(Buffer.concat([head, gbk('王芳,3\n赵敏,4\n')!])))
    expect(got.sheets[0]!.rows.map((row) => row[0])).toEqual(['姓名', '张伟', '李娜', '王芳', '赵敏'])
    expect(got.notes).toEqual([
      { code: 'encoding-changes', params: { line: 4, byte: head.length, lines: 2, from: 'utf-8', to: 'gb18030' } },
    ])
  })

  it('names byte, line and column of a byte that cannot be read', async () => {
    const head = Buffer.from('姓名,电话\n张伟,1\n李娜,')
    const got = await readTable(inMemory(Buffer.concat([head, Buffer.from([0xff]), Buffer.from('2\n王芳,3\n')])))
    expect([...got.sheets[0]!.troubles]).toEqual([
      [3, [{ code: 'byte-wrong', params: { row: 3, line: 3, column: 2, byte: head.length } }]],
    ])
    expect(got.notes.map(({ code }) => code)).toEqual(['bytes-wrong'])
  })

  it('tells a file that ends within a character', async () => {
    const bytes = Buffer.from('姓名,电话\n张伟,1\n李娜,杭州')
    const got = await readTable(inMemory(bytes.subarray(0, bytes.length - 1)))
    expect(got.notes).toEqual([{ code: 'character-cut', params: { byte: bytes.length - 3 } }])
    expect([...got.sheets[0]!.troubles.keys()]).toEqual([3])
  })

  it.each([
    ['锟斤拷', 'mojibake-lost'],
    ['寮犱紵', 'mojibake-gbk'],
    ['鏂囦笁璺', 'mojibake-gbk'],
    ['æ\u009d\u008eå¨\u009c', 'mojibake-latin'],
  ])('tells text that was broken when it was saved: %s', async (broken, code) => {
    const got = await readTable(inMemory(`姓名,电话\n张伟,1\n${broken},2\n`))
    expect(got.notes).toEqual([{ code, params: { line: 3, byte: 23, count: expect.any(Number) } }])
  })

  it('takes ordinary rare characters for no damage', async () => {
    expect((await readTable(inMemory('姓名,电话\n犇鑫,1\n喆玥,2\n鐘汉良,3\n'))).notes).toEqual([])
  })
})
