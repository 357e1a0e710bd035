import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeBook, openBook } from '../../src/store/book.ts'
import { verifyChain } from '../../src/store/care/audit.ts'
import { runMain } from '../support/run-main.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-undo-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
const path = join(dir, 'kehu.db')

/**
 * The journal itself, rows as they stood in files (which are kept for ever), who looked, measurements of the day, and what
 * is derived or found again are no part of what undo is held to.
 */
const BESIDE =
  /^(operation|change|batch|sheet|source_block|source_row|access_log|report_run|lock|finding|check_run|quality_.*|match_.*|search_.*|sqlite_.*)$/

/** Every row of every table people work with. */
function content(): Map<string, string> {
  const book = openBook(path)
  try {
    const names = book.sqlite.prepare(`select name from sqlite_master where type = 'table'`).pluck().all() as string[]
    return new Map(
      names
        .filter((name) => !BESIDE.test(name))
        .map((name) => {
          const columns = book.sqlite.prepare('select name from pragma_table_info(?)').pluck().all(name) as string[]
          const kept = columns.filter((column) => column !== 'operation_id').map((column) => `"${column}"`)
          const rows = book.sqlite.prepare(`select ${kept.join(', ')} from "${name}"`).all()
          return [
            name,
            rows
              .map((row) => JSON.stringify(row))
              .filter((row) => !/"(journal|access)_head"/.test(row))
              .sort()
              .join('\n'),
          ]
        }),
    )
  } finally {
    closeBook(book)
  }
}

const operations = (): number[] => {
  const book = openBook(path)
  const ids = book.sqlite.prepare('select id from operation order by id').pluck().all() as number[]
  closeBook(book)
  return ids
}

const run = (args: readonly string[]) =>
  runMain(dir, ['--lang', 'zh', '--yes', ...args], { now: '2026-11-22T08:00:00.000Z' })

beforeAll(async () => {
  writeFileSync(
    join(dir, 'a.csv'),
    '姓名,手机,地址,等级\n张伟,13900000001,杭州市西湖区文一路1号,A\n李娜,13900000003,,B\n张伟,13900000001,杭州市西湖区文一路1号,A\n王芳,１３９０００00005,,\n杭州样板贸易有限公司,0571-88000001,,\n',
  )
  writeFileSync(join(dir, 'b.csv'), '姓名,手机\n赵敏,13900000007\n李娜,13900000003\n')
  writeFileSync(join(dir, 'd.csv'), '客户,日期,产品,金额\n张伟,2026-11-01,茶,120.50\n李娜,2026-11-02,酒,300\n')
  for (const args of [
    ['init', '-q'],
    ['import', join(dir, 'a.csv'), '-q'],
    ['survey', 'new', '满意度', '--ask', '服务', '-q'],
    ['plan', 'add', '李娜', '约看样板房', '--by', '周', '--on', '2026-11-24', '--way', '电话', '-q'],
    ['complain', '李娜', '上菜慢', '-q'],
    ['demand', 'add', '李娜', '中间层', '--importance', '高', '--urgency', '高', '-q'],
    ['info', 'add', '小刘', '对面降价', '--class', '对手布点', '-q'],
    ['card', 'book', '李娜', '--time', '18:30', '--room', '306', '-q'],
    ['collection', 'start', '--owner', '小林', '-q'],
    ['verify', '-q'],
  ]) {
    const { status, stderr } = await run(args)
    if (status !== 0 && status !== 3 && status !== 5 && status !== 6) console.log(args.join(' '), status, stderr)
  }
})

describe('undo takes back, and redo brings again', () => {
  it.each([
    ['an import', ['import', join(dir, 'b.csv')]],
    ['an import of deals', ['import', join(dir, 'd.csv'), '--as', 'deals']],
    ['an edit', ['edit', '李娜', '--set', '生日=1980-02-29', '--set', '职业=教师']],
    ['a phone', ['add', 'phone', '李娜', '13900000011']],
    ['an address', ['add', 'address', '李娜', '杭州市文二路2号']],
    ['another name', ['add', 'alias', '李娜', '娜姐']],
    ['tags', ['add', 'tag', '李娜', '重点']],
    ['a relation', ['add', 'relation', '李娜', '王芳', '--as', '介绍人']],
    ['a date', ['add', 'date', '李娜', '结婚纪念', '2015-12-01']],
    ['a preference', ['add', 'preference', '李娜', '座位', '靠窗']],
    ['a note', ['note', '李娜', '喜欢靠窗']],
    ['a contact', ['log', '李娜', '去电 约周六看样板房']],
    ['a deal', ['deal', 'add', '李娜', '120', '--product', '茶']],
    ['a plan', ['plan', 'add', '王芳', '送资料', '--by', '日', '--on', '2026-11-23', '--way', '拜访']],
    ['a task done', ['plan', 'done', '1']],
    ['a complaint', ['complain', '王芳', '等太久']],
    ['an answer to a complaint', ['complain', 'answer', '1', '当面道歉']],
    ['a survey', ['survey', 'new', '四季度', '--ask', '服务']],
    ['an answer to a survey', ['survey', 'answer', '满意度', '李娜', '--set', '服务=满意']],
    ['a demand', ['demand', 'add', '王芳', '三号楼', '--importance', '高', '--urgency', '中']],
    ['a demand moved on', ['demand', 'move', '1']],
    ['an item of information', ['info', 'add', '小刘', '又降价', '--class', '对手布点']],
    ['a reward', ['reward', 'propose', '1', '--amount', '200']],
    ['a booking', ['card', 'book', '王芳', '--time', '18:00', '--room', '305']],
    ['a card', ['card', 'issue', '1', '--to', '王部长', '--at', '11:10']],
    ['a form', ['intake', 'register', '--set', '姓名=孙丽', '--set', '性别=女', '--set', '联系方式=13957100021']],
    ['a merge', ['dedupe']],
    ['a repair', ['clean', '--apply']],
    ['a tier run', ['tier', 'run']],
    ['a segment', ['segment', 'add', 'vip', '--when', 'purchases_total >= wan(1)']],
    [
      'a verification',
      ['verify', 'record', 'C000002', '--result', 'confirmed', '--method', 'visit', '--set', '手机=13900000003'],
    ],
    [
      'a waiver',
      ['verify', 'waive', 'C000002', '--rule', 'email-format', '--why', '原件如此', '--until', '2027-01-01'],
    ],
    ['a request for data', ['requests', 'add', '李娜', '地址']],
    ['a collection', ['collection', 'add', '补电话', '--due', '2026-12-01']],
  ])('%s', async (_what, args) => {
    const before = content()
    const known = new Set(operations())
    const did = await run(args)
    expect([0, 3, 4, 5, 6], did.stderr).toContain(did.status)
    const made = operations().filter((id) => !known.has(id))
    expect(made.length, `${did.stdout}${did.stderr}`).toBeGreaterThan(0)
    const after = content()
    expect(after).not.toEqual(before)

    // The preview says what would happen, and nothing happens.
    const newest = made.at(-1)!
    const preview = await run(['undo', String(newest), '-n'])
    expect([0, 3], preview.stderr).toContain(preview.status)
    expect(content()).toEqual(after)

    for (const id of [...made].reverse()) expect((await run(['undo', String(id)])).status).toBe(0)
    expect(content()).toEqual(before)
    const undos = operations().slice(-made.length)
    for (const id of [...undos].reverse()) expect((await run(['undo', String(id)])).status).toBe(0)
    expect(content()).toEqual(after)
    for (const id of operations().slice(-made.length).reverse())
      expect((await run(['undo', String(id)])).status).toBe(0)
    expect(content()).toEqual(before)
  })

  it('and the record of all of it is whole', () => {
    copyFileSync(path, join(dir, 'copy.db'))
    const book = openBook(path)
    expect(verifyChain(book).faults).toEqual([])
    closeBook(book)
  })
})
