import { existsSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { writeTextFile, writeWholeFile } from '../../src/files/write-file.ts'

let folder = ''
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-write-'))
})

describe('writing a file', () => {
  it('leaves one whole file and nothing beside it', async () => {
    await writeTextFile(join(folder, 'a.csv'), '客户')
    expect(readdirSync(folder)).toEqual(['a.csv'])
    expect(readFileSync(join(folder, 'a.csv'), 'utf8')).toBe('客户')
  })

  it('keeps the old file when something goes wrong half-way', async () => {
    const path = join(folder, 'a.csv')
    writeFileSync(path, 'old')
    const run = writeWholeFile(path, async (sink) => {
      await sink(Buffer.from('new'))
      throw new Error('half-way')
    })
    await expect(run).rejects.toThrow('half-way')
    expect([readdirSync(folder), readFileSync(path, 'utf8')]).toEqual([['a.csv'], 'old'])
  })

  it('writes through a link, and keeps it a link', async () => {
    writeFileSync(join(folder, 'real.csv'), 'old')
    symlinkSync('real.csv', join(folder, 'link.csv'))
    await writeTextFile(join(folder, 'link.csv'), 'new')
    expect(readFileSync(join(folder, 'real.csv'), 'utf8')).toBe('new')
  })

  it('says that the folder is missing', async () =>
    expect(writeTextFile(join(folder, 'none', 'a.csv'), '')).rejects.toMatchObject({ code: 'folder-missing' }))

  it('says that it is a folder', async () =>
    expect(writeTextFile(folder, '')).rejects.toMatchObject({ code: 'file-is-folder' }))

  it.skipIf(!existsSync('/dev/full'))('says that the disk is full', async () =>
    expect(writeTextFile('/dev/full', 'x')).rejects.toMatchObject({ code: 'disk-full', kind: 'store' }),
  )

  // A folder nobody may write in, not even the superuser.
  it.skipIf(!existsSync('/sys/kernel'))('says that the folder is read-only', async () =>
    expect(writeTextFile('/sys/kernel/kehu.csv', '')).rejects.toMatchObject({ code: 'folder-read-only' }),
  )
})
