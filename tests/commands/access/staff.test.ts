import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { brokenAccessLines } from '../../../src/store/access-log.ts'
import { closeBook, openBook } from '../../../src/store/book.ts'
import { runMain } from '../../support/run-main.ts'

let folder = ''
const as =
  (login: string, more: Record<string, string> = {}) =>
  (...args: string[]) =>
    runMain(folder, args, { env: { KEHU_USER: login, LANG: 'zh_CN.UTF-8', ...more } })
const codeIn = ({ stderr }: { stderr: string }): string | undefined => /\[([a-z-]+)\]/.exec(stderr)?.[1]
const sql = (statement: string): unknown[] => {
  const sqlite = new Database(join(folder, 'kehu.db'))
  try {
    return sqlite.prepare(statement).all()
  } finally {
    sqlite.close()
  }
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'kehu-staff-'))
  const file = join(folder, 'list.csv')
  writeFileSync(file, '姓名,手机,负责人\n王伟明,13857101236,李丽\n赵敏,13605719090,周敏\n')
  await as('zhou')('init')
  await as('zhou')('import', file)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const close = async (): Promise<void> => {
  await as('zhou')('staff', 'add', 'zhou', '--name', '周敏', '--post', '管理')
  await as('zhou')('staff', 'add', 'li', '--name', '李丽', '--post', 'booking')
  await as('zhou')('staff', 'add', 'chen', '--name', '陈晨', '--post', '客服')
}

describe('a book without staff', () => {
  it('is open, and says so', async () => {
    const { stderr, status } = await as('anybody')('access')
    expect([status, stderr]).toEqual([0, expect.stringContaining('没有登记人员')])
    expect((await as('anybody')('show', 'C000001')).stdout).toContain('13857101236')
  })

  it('takes as its first somebody who may change the list, or nobody could any more', async () => {
    expect(codeIn(await as('zhou')('staff', 'add', 'li', '--post', 'waiter'))).toBe('staff-first-admin')
  })
})

describe('a book with staff', () => {
  beforeEach(close)

  it('refuses who is not on the list, with what to do', async () => {
    const run = await as('stranger')('find', '王')
    expect([run.status, codeIn(run), run.stderr]).toEqual([
      8,
      'staff-unknown',
      expect.stringContaining('kehu staff add stranger'),
    ])
  })

  it('hides numbers from a booking clerk, shows them to who calls all day', async () => {
    expect((await as('li')('show', 'C000001')).stdout).toContain('138****1236')
    expect((await as('chen')('show', 'C000001')).stdout).toContain('13857101236')
  })

  it('shows what is asked for with a purpose only, and keeps the purpose', async () => {
    expect((await as('zhou')('show', 'C000001')).stdout).toContain('138****1236')
    expect(codeIn(await as('zhou')('show', 'C000001', '--show-pii'))).toBe('access-unmask-purpose')
    expect((await as('zhou')('show', 'C000001', '--unmask', '回访')).stdout).toContain('13857101236')
    expect(sql(`select staff, purpose, unmasked from access_log where kind = 'unmask'`)).toEqual([
      { staff: 'zhou', purpose: '回访', unmasked: 1 },
    ])
    expect(codeIn(await as('li')('show', 'C000001', '--unmask', '好奇'))).toBe('access-unmask-refused')
  })

  it.each([
    ['li', ['export', 'customers'], 'access-refused'],
    ['li', ['tier', 'run'], 'access-refused'],
    ['li', ['staff', 'add', 'x', '--post', 'admin'], 'access-refused'],
    ['li', ['dedupe', 'run'], 'access-refused'],
    ['li', ['edit', 'C000001', '--set', 'id_number=330106198506011234'], 'access-refused'],
    ['li', ['undo', '1'], 'access-undo-others'],
    ['chen', ['privacy', 'erase', 'C000001', '--yes'], 'access-refused'],
    ['chen', ['backup'], 'access-refused'],
    ['chen', ['export', 'customers'], 'access-refused'],
  ])('refuses %s: kehu %s', async (login, args, code) => {
    const before = sql('select count(*) as n from change')
    expect(codeIn(await as(login)(...args))).toBe(code)
    expect(sql('select count(*) as n from change')).toEqual(before)
  })

  it('lets everybody take back what they did themselves', async () => {
    await as('li')('log', 'C000001', '来电 订包间')
    const [{ id }] = sql(`select max(id) as id from operation`) as [{ id: number }]
    expect((await as('li')('undo', String(id))).status).toBe(0)
  })

  it('notes every look: whom, how many, and with what words, numbers hidden', async () => {
    await as('li')('show', 'C000001')
    await as('li')('find', '13605719090')
    await as('li')('tier', 'run')
    expect(sql(`select staff, kind, party_id, rows, filter from access_log where staff = 'li' order by id`)).toEqual([
      { staff: 'li', kind: 'read', party_id: 1, rows: 1, filter: null },
      { staff: 'li', kind: 'lookup', party_id: null, rows: 1, filter: '136****9090' },
      { staff: 'li', kind: 'refused', party_id: null, rows: 0, filter: 'write tier' },
    ])
    const { stdout } = await as('zhou')('audit', 'access', 'C000001', '--json')
    expect(JSON.parse(stdout)).toEqual(expect.arrayContaining([expect.objectContaining({ staff: 'li', kind: 'read' })]))
  })

  it('lets nobody wait: a look while the book is being written comes in with the next one', async () => {
    const writer = new Database(join(folder, 'kehu.db'))
    writer.exec('begin immediate')
    const began = performance.now()
    expect((await as('li')('show', 'C000001')).status).toBe(0)
    expect(performance.now() - began).toBeLessThan(5000)
    writer.exec('rollback')
    writer.close()
    expect(readFileSync(join(folder, 'kehu.db-reads'), 'utf8')).toContain('"partyId":1')
    await as('li')('show', 'C000002')
    expect(sql(`select party_id from access_log where staff = 'li' order by id`)).toEqual([
      { party_id: 1 },
      { party_id: 2 },
    ])
  })

  it('finds a line of the log of reads that was changed, removed or cut off the end', async () => {
    for (let i = 0; i < 3; i++) await as('li')('show', 'C000001')
    const book = openBook(join(folder, 'kehu.db'))
    const isFound = (statement: string): boolean => {
      book.sqlite.exec(`begin; ${statement}`)
      const found = brokenAccessLines(book).length > 0
      book.sqlite.exec('rollback')
      return found
    }
    expect(brokenAccessLines(book)).toEqual([])
    expect(isFound(`update access_log set staff = 'zhou' where id = 2`)).toBe(true)
    expect(isFound('delete from access_log where id = 2')).toBe(true)
    expect(isFound('delete from access_log where id = (select max(id) from access_log)')).toBe(true)
    closeBook(book)
  })

  it('asks for the passphrase, from a file where nobody can be asked', async () => {
    const secret = join(folder, 'secret')
    writeFileSync(secret, '三只蓝猫过河去赶集\n')
    await as('zhou')('staff', 'passphrase', 'li', '--from', secret)
    expect((await as('li')('find', '王')).status).toBe(9)
    expect((await as('li', { KEHU_STAFF_PASSPHRASE_FILE: secret })('find', '王')).status).toBe(0)
    writeFileSync(secret, '不是这一句口令啊啊\n')
    expect(codeIn(await as('li', { KEHU_STAFF_PASSPHRASE_FILE: secret })('find', '王'))).toBe('staff-passphrase-wrong')
    expect(JSON.stringify(sql('select passphrase from staff'))).not.toContain('蓝猫')
    expect((await as('zhou')('staff', 'passphrase', 'li', '--remove')).status).toBe(0)
    expect((await as('li')('find', '王')).status).toBe(0)
  })

  it('is closed to who leaves, whose customers go to another; and is never left without somebody to run it', async () => {
    const gone = await as('zhou')('staff', 'leave', 'li', '--to', '陈晨')
    expect([gone.status, gone.stderr]).toEqual([0, expect.stringContaining('1 位客户移交给 陈晨')])
    expect(codeIn(await as('li')('find', '王'))).toBe('staff-left')
    expect(sql('select owner from customer order by party_id')).toEqual([{ owner: '陈晨' }, { owner: '周敏' }])
    expect(codeIn(await as('zhou')('staff', 'leave', 'zhou'))).toBe('staff-last-admin')
    expect(codeIn(await as('zhou')('staff', 'edit', 'zhou', '--post', 'waiter'))).toBe('staff-last-admin')
  })

  it('takes a policy of the house as a new version; one that lies beside the book changes nothing', async () => {
    const file = join(folder, 'access.yaml')
    writeFileSync(file, 'posts:\n  booking: { zh: 订餐员, read: [customer], unmask: { contact: always } }\n')
    expect((await as('li')('show', 'C000001')).stdout).toContain('138****1236')
    await as('zhou')('access', 'load', file)
    const { stderr } = await as('zhou')('access')
    expect(stderr).toContain('第 1 版')
    expect(codeIn(await as('li')('log', 'C000001', '来电'))).toBe('access-refused')
    writeFileSync(file, 'posts:\n  booking: { zh: 订餐员, raed: [customer] }\n')
    expect(codeIn(await as('zhou')('access', 'load', file))).toBe('policy-broken')
    writeFileSync(file, (await as('zhou')('access', 'policy')).stdout)
    expect((await as('zhou')('access', 'load', file)).status).toBe(0)
  })
})

describe('what is unusual', () => {
  beforeEach(close)

  it('is found by the thresholds: bulk exports, odd hours, many customers, one again and again, refusals', async () => {
    const book = openBook(join(folder, 'kehu.db'))
    const { logAccess } = await import('../../../src/store/access-log.ts')
    const line = { staff: 'li', what: 'x', filter: null, sha256: null }
    for (let i = 0; i < 61; i++)
      logAccess(book, { ...line, at: '2026-11-22T02:00:00.000Z', rows: 1, kind: 'read', partyId: i + 10 })
    for (let i = 0; i < 15; i++)
      logAccess(book, { ...line, at: '2026-11-21T04:00:00.000Z', rows: 1, kind: 'read', partyId: 2 })
    for (let i = 0; i < 5; i++) logAccess(book, { ...line, at: '2026-11-20T04:00:00.000Z', rows: 0, kind: 'refused' })
    logAccess(book, { ...line, at: '2026-11-19T19:30:00.000Z', rows: 700, kind: 'export' })
    closeBook(book)
    const { stdout, status } = await as('zhou')('audit', 'anomalies', '--json')
    const found = (JSON.parse(stdout) as { kind: string; day: string; count: number }[]).map((one) => [
      one.day,
      one.kind,
      one.count,
    ])
    expect(found).toEqual([
      ['2026-11-22', 'many-per-hour', 61],
      ['2026-11-21', 'same-customer', 15],
      ['2026-11-20', 'bulk-export', 700],
      ['2026-11-20', 'odd-hour', 1],
      ['2026-11-20', 'refusals', 5],
    ])
    expect(status).toBe(6)
  })

  it('is reviewed from time to time, signed, and due again', async () => {
    expect((await as('zhou')('audit', 'review')).status).toBe(4)
    await as('zhou')('audit', 'sign', '--note', '权限无变化')
    const { status, stderr } = await as('zhou')('audit', 'review')
    expect([status, stderr]).toEqual([0, expect.stringContaining('2027-02-20')])
    expect(codeIn(await as('li')('audit', 'sign'))).toBe('access-refused')
  })
})
