import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { expandInputs } from '../../src/files/inputs.ts'
import { readTable } from '../support/read-table.ts'
import { zipOf } from '../support/zip.ts'

let folder = ''
const at = (...parts: string[]) => join(folder, ...parts)
const csv = '姓名,电话\n张伟,13857101234\n'

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-inputs-'))
  mkdirSync(at('in', 'deep'), { recursive: true })
  for (const name of ['a.csv', 'b.csv', '~$a.xlsx', 'Thumbs.db', '.DS_Store', join('deep', 'c.csv')])
    writeFileSync(at('in', name), csv)
  writeFileSync(
    at('all.zip'),
    zipOf({ '十月/一.csv': csv, '../../evil.csv': csv, '__MACOSX/._x': 'x', 'inner.zip': 'PK', '/etc/abs.csv': csv }),
  )
  writeFileSync(at('one.csv.gz'), gzipSync(csv))
  writeFileSync(at('broken.gz'), gzipSync(csv).subarray(0, 25))
  writeFileSync(at('bomb.gz'), gzipSync(Buffer.alloc(64 * 1024 * 1024)))
  mkdirSync(at('empty'))
})
afterAll(() => rmSync(folder, { recursive: true }))

const short = (paths: readonly { path: string }[]) => paths.map(({ path }) => relative(folder, path))

describe('what is named', () => {
  it('takes folders, leaving out what programs leave behind, each with a word', () => {
    const { files, skipped } = expandInputs([at('in')])
    expect(short(files)).toEqual(['in/a.csv', 'in/b.csv', 'in/deep/c.csv'])
    expect(skipped.map(({ path, reason }) => [relative(folder, path), reason.code])).toEqual([
      ['in/.DS_Store', 'skipped-system-file'],
      ['in/Thumbs.db', 'skipped-system-file'],
      ['in/~$a.xlsx', 'skipped-lock-file'],
    ])
  })

  it.each([
    ['in/*.csv', ['in/a.csv', 'in/b.csv']],
    ['in/**/*.csv', ['in/a.csv', 'in/b.csv', 'in/deep/c.csv']],
    ['in/?.csv', ['in/a.csv', 'in/b.csv']],
  ])('takes the pattern %s', (pattern, wanted) => {
    expect(short(expandInputs([at(pattern)]).files)).toEqual(wanted)
  })

  it('opens members of an archive; their names can write nothing anywhere', async () => {
    const before = readdirSync(folder)
    const { files, skipped } = expandInputs([at('all.zip')])
    expect(short(files)).toEqual(['all.zip/十月/一.csv', 'all.zip/evil.csv', 'all.zip/etc/abs.csv'])
    expect(skipped.map(({ reason }) => reason.code)).toEqual(['skipped-system-file', 'skipped-archive-in-archive'])
    for (const file of files) expect((await readTable(file)).sheets[0]!.rows).toHaveLength(2)
    expect(readdirSync(folder)).toEqual(before)
  })

  it('reads standard input', async () => {
    const { files } = expandInputs(['-'], async function* () {
      yield Buffer.from(csv.slice(0, 5))
      yield Buffer.from(csv.slice(5))
    })
    expect((await readTable(files[0]!)).sheets[0]!.rows[1]).toEqual(['张伟', '13857101234'])
  })

  it('reads through .gz', async () => {
    const got = await readTable(at('one.csv.gz'))
    expect(got.sheets[0]!.info.fileName).toBe('one.csv')
    expect(got.sheets[0]!.rows[1]).toEqual(['张伟', '13857101234'])
  })

  it.each([
    ['a missing file', () => expandInputs([at('nothing.csv')]), 'file-missing'],
    ['a pattern of nothing', () => expandInputs([at('in/*.xlsx')]), 'file-missing'],
    ['an empty folder', () => expandInputs([at('empty')]), 'folder-without-files'],
  ])('stops at %s', (_, run, code) => {
    expect(run).toThrow(expect.objectContaining({ kind: 'input', code }))
  })

  it.each([
    ['folder', 'in', 'file-is-directory'],
    ['half a .gz', 'broken.gz', 'archive-damaged'],
    ['.gz bomb', 'bomb.gz', 'limit-ratio'],
  ])('refuses a %s', async (_, name, code) => {
    await expect(readTable(at(name))).rejects.toMatchObject({ name: 'KehuError', code })
  })
})
