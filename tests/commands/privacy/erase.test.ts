import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, inflateRawSync } from 'node:zlib'
import Database from 'better-sqlite3'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBook, openBook } from '../../../src/store/book.ts'
import { verifyChain } from '../../../src/store/care/audit.ts'
import { eraseRules } from '../../../src/store/privacy/erase-rules.ts'
import { runMain } from '../../support/run-main.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehu-erase-'))
const path = join(folder, 'kehu.db')
const run = (...args: string[]) => runMain(folder, args, { env: { LANG: 'zh_CN.UTF-8' } })

/** Every writing of the person's name, numbers and places that went into the book somewhere. */
const GONE = [
  ...[
    '欧阳明哲',
    '欧阳 明哲',
    'ouyangmingzhe',
    '13857101236',
    '138-5710-1236',
    '138 5710 1236',
    '１３８５７１０１２３６',
  ],
  ...[
    '330106198506011234',
    'mingzhe@example.com',
    'ouyang_wx88',
    '文三路88号3幢201室',
    '88651234',
    '老欧阳家',
    '13911112222',
  ],
]

const LIST = [
  '客户编号,姓名,手机,座机,身份证号,邮箱,微信,地址,备注,累计消费',
  'V001,欧阳明哲,138-5710-1236,0571-88651234,330106198506011234,mingzhe@example.com,ouyang_wx88,杭州市西湖区文三路88号3幢201室,老客户,1200',
  'V002,李丽,13957104477,,,,,,介绍人欧阳明哲 13857101236,',
  'V003,赵敏,13605719090,,,,,,,',
].join('\n')

/** What is counted of the events of a week and a month, as reports count it. */
function totals(): unknown {
  const sqlite = new Database(path, { readonly: true })
  try {
    return sqlite
      .prepare(
        `select (select count(*) from interaction) as talks, (select sum(cost) from interaction) as cost,
         (select count(*) from deal) as deals, (select sum(amount) from deal) as amount, (select count(*) from feedback) as feedback,
         (select count(*) from demand) as demands, (select count(*) from booking) as bookings, (select count(*) from customer) as customers,
         (select group_concat(rows, ',') from report_run) as reports`,
      )
      .get()
  } finally {
    sqlite.close()
  }
}

/** All bytes there are of the book, packed pieces opened; what lies beside it as well. */
function bytesOf(files: readonly string[]): string {
  const parts = files.filter(existsSync).map((file) => {
    const bytes = readFileSync(file)
    return file.endsWith('.gz') ? gunzipSync(bytes) : bytes
  })
  return parts.map((part) => `${part.toString('utf8')}\n${part.toString('latin1')}`).join('\n')
}

/** Texts that stand packed in the book: rows of files and images of removed rows. */
function packedTexts(): string {
  const sqlite = new Database(path, { readonly: true })
  try {
    const blobs = [
      ...(sqlite.prepare('select data from source_block').pluck().all() as Buffer[]),
      ...(sqlite.prepare(`select before from change where typeof(before) = 'blob'`).pluck().all() as Buffer[]),
    ]
    return blobs.map((blob) => inflateRawSync(blob).toString('utf8')).join('\n')
  } finally {
    sqlite.close()
  }
}

let weekly = ''
let before: unknown
const report = async (): Promise<string> => (await run('report', 'show', 'weekly', '--json')).stdout
/** The figures of a report, without the names in its lists. */
const figures = (text: string): unknown =>
  (JSON.parse(text) as { sections: { key: string; figures?: { value: unknown }[] }[] }).sections
    // What waits to be looked at is of today, and goes with the person.
    .filter(({ key }) => key !== 'quality')
    .map(({ key, figures: all = [] }) => [key, all.map(({ value }) => value)])

beforeAll(async () => {
  const file = join(folder, '老欧阳家.csv')
  writeFileSync(file, LIST)
  await run('init')
  await run('import', file)
  const [who, again] = ['C000001', '欧阳明哲']
  await run('log', who, '来电 欧阳 明哲 让回 138 5710 1236', '--cost', '20', '--people', '欧阳明哲、小周')
  await run('log', 'C000002', '来访 说起欧阳明哲，电话１３８５７１０１２３６')
  await run('complain', who, '欧阳明哲嫌慢')
  await run('demand', 'add', who, '欧阳明哲要大包间')
  await run('deal', 'add', who, '3200', '--remark', '送文三路88号3幢201室')
  await run('card', 'book', '欧阳明哲', '--phone', '13857101236', '--on', '2026-11-22', '--meal', 'dinner')
  await run('info', 'add', '欧阳明哲', '总机是 0571 8865 1234', '--phone', '13857101236')
  await run('intake', 'F7', '--set', 'name=欧阳明哲', '--set', 'phone=13857101236', '--new')
  await run('edit', who, '--set', 'mobile=13911112222', '--reason', '欧阳明哲来电')
  await run('add', 'alias', who, '老欧阳家')
  await run('add', 'relation', who, 'C000002', '--as', 'friend', '--note', '欧阳明哲的同学')
  await run('requests', 'add', who, '欧阳明哲说电话是 138-5710-1236')
  await run('privacy', 'ask', who, '--kind', '删除', '--wanted', '欧阳明哲要求删除', '--identity', '330106198506011234')
  await run('verify', 'run')
  await run('dedupe', 'run')
  await run('tier', 'run')
  await run('undo', '4')
  await run('report', 'show', 'directory', '-o', join(folder, '名录.html'))
  weekly = await report()
  before = totals()
  expect(GONE.slice(0, 1).every((text) => bytesOf([path, `${path}-wal`]).includes(text))).toBe(true)
  expect(again).toBe('欧阳明哲')
}, 60_000)
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('erasing a person', () => {
  it('says first what goes, what stays, and that nothing brings it back; and does nothing yet', async () => {
    const { stdout } = await run('privacy', 'erase', 'C000001', '--dry-run')
    expect(stdout).toContain('谁也恢复不了')
    expect(bytesOf([path]).includes('欧阳明哲')).toBe(true)
  })

  it('is refused where nobody says yes', async () => {
    const { status, stderr } = await run('privacy', 'erase', 'C000001')
    expect([status, stderr]).toEqual([8, expect.stringContaining('erase-needs-yes')])
  })

  it('leaves no byte of name, numbers and places in the book, its log, the search index or the next backup', async () => {
    const done = await run('privacy', 'erase', 'C000001', '--yes', '--also', '13911112222')
    expect([done.status, done.stderr]).toEqual([0, expect.any(String)])
    expect((await run('backup')).status).toBe(0)
    const backups = readdirSync(join(folder, 'backups')).map((name) => join(folder, 'backups', name))
    const all = `${bytesOf([path, `${path}-wal`, `${path}-shm`, `${path}-reads`, ...backups])}\n${packedTexts()}`
    expect(GONE.filter((text) => all.includes(text))).toEqual([])
  })

  it('leaves the totals of old reports as they were', async () => {
    expect(totals()).toEqual(before)
    expect(figures(await report())).toEqual(figures(weekly))
  })

  it('leaves other people as they were', async () => {
    const { stdout } = await run('show', 'C000002', '--all')
    expect(stdout).toContain('13957104477')
    expect(stdout).toContain('■■')
  })

  it('passes the check of the journal, which names what was redacted and by which operation', async () => {
    const { status, stderr } = await run('audit', 'verify')
    expect([status, stderr]).toEqual([0, expect.stringMatching(/因删除个人信息被涂抹.*由第 \d+ 号操作所做/)])
  })

  it('is kept as a disposal without a value, and closes the request', async () => {
    const { stdout } = await run('privacy', 'disposals', '--json')
    expect(JSON.parse(stdout)).toEqual([
      expect.objectContaining({ partyId: 1, action: 'erase', cause: 'request 1', staff: 'tester' }),
    ])
    expect((await run('privacy', 'asks')).status).toBe(7)
  })

  it("can't be undone", async () => {
    const { stdout } = await run('operations', '--json', '--kind', 'erase')
    const [{ id }] = JSON.parse(stdout) as [{ id: number }]
    const { status, stderr } = await run('undo', String(id))
    expect([status, stderr]).toEqual([8, expect.stringContaining('erase-final')])
  })

  it('is not taken back by importing the same file again', async () => {
    await run('import', join(folder, '老欧阳家.csv'))
    expect((await run('find', '欧阳明哲')).status).toBe(7)
  })

  it('hides no later tampering: a redacted line, a forged redaction and a changed one are found', () => {
    const book = openBook(path)
    const { sqlite } = book
    const broken = (statements: string): boolean => {
      sqlite.exec('begin')
      sqlite.exec(statements)
      const found = verifyChain(book).faults.length > 0
      sqlite.exec('rollback')
      return found
    }
    const target = sqlite.prepare('select target from redaction limit 1').pluck().get() as number
    const free = sqlite
      .prepare(`select id from operation where id not in (select target from redaction) and kind <> 'erase' limit 1`)
      .pluck()
      .get() as number
    expect(verifyChain(book).faults).toEqual([])
    expect(
      broken(
        `update change set after = '{"name":"x"}' where operation_id = ${target} and id = (select min(id) from change where operation_id = ${target})`,
      ),
    ).toBe(true)
    expect(broken(`update operation set command = 'kehu other' where id = ${target}`)).toBe(true)
    expect(broken(`update redaction set now = 'f' where target = ${target}`)).toBe(true)
    expect(broken(`delete from redaction where target = ${target}`)).toBe(true)
    expect(
      broken(
        `insert into redaction (target, was, now, lines, operation_id) select ${free}, digest, 'x', 1, ${target} from operation where id = ${free}`,
      ),
    ).toBe(true)
    closeBook(book)
  })
})

describe('the rules of erasing', () => {
  it('name every table that has a column for a party', () => {
    const book = openBook(':memory:', { create: true })
    const tables = book.sqlite
      .prepare(
        `select distinct m.name from sqlite_master m join pragma_table_info(m.name) c
         where m.type = 'table' and c.name in ('party_id', 'provider_id', 'from_id', 'to_id', 'survivor', 'absorbed', 'a', 'b') order by 1`,
      )
      .pluck()
      .all() as string[]
    closeBook(book)
    expect(tables.filter((table) => eraseRules[table] === undefined)).toEqual([])
  })
})
