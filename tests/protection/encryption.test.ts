import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBook, inTransaction, openBook } from '../../src/store/book.ts'
import { openAlone } from '../../src/store/care/alone.ts'
import { verifyChain } from '../../src/store/care/audit.ts'
import { bookFacts } from '../../src/store/care/snapshot.ts'
import { startOperation } from '../../src/store/journal.ts'
import { kehu } from '../support/kehu.ts'
import { hasTmux, openTerminal } from '../support/tmux.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-sealed-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const book = join(dir, 'kehu.db')
const secrets = ['密室之人', '13912345678', 'mishizhiren', '东风路八十八号']
const key = ['--passphrase-file', 'pw']

/** Files under a folder in which one of the secrets stands as bytes. */
function leaks(folder: string): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile() && !path.endsWith('.csv'))
    .filter((path) => {
      const bytes = readFileSync(path)
      return secrets.some((secret) => bytes.includes(secret))
    })
}

beforeAll(() => {
  kehu(dir, ['init', '-q'])
  writeFileSync(join(dir, 'a.csv'), `姓名,手机,地址\n${secrets[0]},${secrets[1]},${secrets[3]}\n李娜,13900000003,\n`)
  writeFileSync(join(dir, 'pw'), '一句很长的口令 8\n')
  kehu(dir, ['import', 'a.csv', '-q'])
})

describe('a book that is encrypted', () => {
  it('says first what a lost passphrase means, and needs a yes', () => {
    expect(leaks(dir)).toEqual([book])
    const run = kehu(dir, ['encrypt', ...key, '--lang', 'zh'])
    expect([run.status, run.stderr]).toEqual([8, expect.stringMatching(/再也打不开[\s\S]*\[encrypt-not-agreed\]/)])
    expect(leaks(dir)).toEqual([book])
  })

  it('shows nothing of anybody in any file, and opens with its passphrase only', () => {
    const facts = factsOf()
    expect(kehu(dir, ['encrypt', '--yes', ...key]).status).toBe(0)
    expect(leaks(dir)).toEqual([])
    expect(statSync(book).mode & 0o777).toBe(0o600)
    expect(kehu(dir, ['find', '李娜', ...key]).stdout).toContain('李娜')
    const without = kehu(dir, ['find', '李娜'])
    expect([without.status, without.stderr]).toEqual([9, expect.stringContaining('[book-encrypted]')])
    writeFileSync(join(dir, 'wrong'), 'something else')
    const wrong = kehu(dir, ['find', '李娜', '--passphrase-file', 'wrong'])
    expect([wrong.status, wrong.stderr]).toEqual([9, expect.stringContaining('[passphrase-wrong]')])
    const encrypted = openBook(book, { passphrase: '一句很长的口令 8' })
    expect(bookFacts(encrypted)).toEqual(facts)
    expect(verifyChain(encrypted).faults).toEqual([])
    closeBook(encrypted)
  })

  it('tells its passphrase by file or command, by flag before setting, whatever the keyboard composes', () => {
    const env = { KEHU_PASSPHRASE_COMMAND: 'cat pw' }
    expect(kehu(dir, ['find', '李娜'], { env }).status).toBe(0)
    expect(kehu(dir, ['find', '李娜', '--passphrase-file', 'wrong'], { env }).status).toBe(9)
    expect(kehu(dir, ['find', '李娜', '--passphrase-command', 'exit 3'])).toMatchObject({
      status: 9,
      stderr: expect.stringContaining('[passphrase-command-failed]'),
    })
    expect(kehu(dir, ['find', '李娜', '--passphrase-file', 'nowhere'])).toMatchObject({
      status: 9,
      stderr: expect.stringContaining('[passphrase-file-unreadable]'),
    })
    // Half-width and decomposed are other characters; composed and decomposed of one character are the same.
    writeFileSync(join(dir, 'pw2'), 'éclair au café')
    expect(kehu(dir, ['rekey', ...key, '--new-passphrase-file', 'pw2', '-q']).status).toBe(0)
    writeFileSync(join(dir, 'pw3'), 'éclair au café'.normalize('NFD'))
    expect(kehu(dir, ['find', '李娜', '--passphrase-file', 'pw3']).status).toBe(0)
    expect(kehu(dir, ['find', '李娜', ...key]).status).toBe(9)
    expect(kehu(dir, ['rekey', '--passphrase-file', 'pw2', '--new-passphrase-file', 'pw', '-q']).status).toBe(0)
  })

  it('leaves nothing in plain in its log, its temporary files or its backups while it is written', () => {
    const open = openBook(book, { passphrase: '一句很长的口令 8' })
    inTransaction(open, () => {
      const operation = startOperation(open, { kind: 'edit', command: 'x', staff: 'a', at: '2026-11-22T08:00:00.000Z' })
      for (let n = 0; n < 2000; n++)
        operation.insert('party', {
          kind: 'person',
          name: `${secrets[0]}${n}`,
          name_key: 'k',
          pinyin: secrets[2]!,
          initials: 'm',
        })
      operation.finish('2026-11-22T08:00:00.000Z', {})
    })
    expect(existsSync(`${book}-wal`)).toBe(true)
    expect(statSync(`${book}-wal`).size).toBeGreaterThan(100_000)
    expect(leaks(dir)).toEqual([])
    closeBook(open)
    expect(kehu(dir, ['backup', '-q', ...key]).status).toBe(0)
    expect(leaks(dir)).toEqual([])
  })

  it('is refused to be encrypted twice, and comes back in plain as it was', () => {
    expect(kehu(dir, ['encrypt', '--yes', ...key])).toMatchObject({ status: 2 })
    const before = factsOf('一句很长的口令 8')
    expect(kehu(dir, ['decrypt', ...key, '-q']).status).toBe(0)
    expect(factsOf()).toEqual(before)
    expect(kehu(dir, ['doctor']).status).toBe(0)
    expect(kehu(dir, ['rekey', ...key, '--new-passphrase-file', 'pw'])).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('[book-plain]'),
    })
    expect(readdirSync(dir).filter((name) => name.startsWith('.kehu-'))).toEqual([])
  })

  it('is not taken away from others who have it open', () => {
    const other = openBook(book)
    other.sqlite.prepare('select count(*) from party').get()
    expect(() => openAlone(book, {}, 200)).toThrow(/book-in-use/)
    closeBook(other)
    const alone = openAlone(book)
    expect(existsSync(`${book}-wal`)).toBe(false)
    closeBook(alone)
    expect(kehu(dir, ['find', '李娜']).status).toBe(0)
  })

  it('asks at the terminal without showing what is typed', async (context) => {
    if (!hasTmux) return context.skip('skipped: needs tmux')
    const program = `KEHU_LANG=zh KEHU_USER=tester ${process.execPath} ${join(process.cwd(), 'bin/kehu.js')}`
    const terminal = openTerminal(`cd ${dir}; ${program} encrypt; ${program} find 李娜`)
    try {
      await terminal.waitFor('新口令')
      terminal.type('键盘上打的口令啊')
      terminal.keys('Enter')
      await terminal.waitFor('再输一次')
      terminal.type('键盘上打的口令啊')
      terminal.keys('Enter')
      await terminal.waitFor('现在加密')
      terminal.type('y')
      terminal.keys('Enter')
      await terminal.waitFor('kehu.db 的口令')
      terminal.type('错')
      terminal.keys('Enter')
      await terminal.waitFor('请再输一次')
      terminal.type('键盘上打的口令啊')
      terminal.keys('Enter')
      expect(await terminal.waitFor('C000002')).not.toContain('打的口令')
    } finally {
      terminal.close()
    }
  })
})

describe('a file that is no book', () => {
  it.each([
    ['a text', Buffer.from('姓名,手机\n'.repeat(1024)), 'book-not-a-book', 1],
    [
      'noise that is no whole page',
      Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 * (i + 3)) >> 3)),
      'book-not-a-book',
      1,
    ],
  ])('%s is not taken for an encrypted one', (_what, bytes, code, status) => {
    writeFileSync(join(dir, 'other.db'), bytes)
    chmodSync(join(dir, 'other.db'), 0o600)
    const run = kehu(dir, ['find', '李娜', '--db', 'other.db'])
    expect([run.status, run.stderr]).toEqual([status, expect.stringContaining(`[${code}]`)])
  })
})

function factsOf(passphrase?: string): unknown {
  const open = openBook(book, { passphrase })
  try {
    return bookFacts(open)
  } finally {
    closeBook(open)
  }
}
