import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { runMain } from '../../support/run-main.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehu-export-'))
const file = (name: string): string => join(folder, name)
const counts = async (name: string): Promise<Record<string, number>> => {
  const run = await runMain(folder, ['--json', 'import', file(name)])
  return (JSON.parse(run.stdout) as { counts: Record<string, number> }[])[0]!.counts
}

beforeAll(async () => {
  writeFileSync(
    file('customers.csv'),
    `﻿客户名称,手机,电话,邮箱,性别,生日,地址,单位地址,客户来源,业务员,爱好,自定义列,身份证号,备注
欧阳雪,13800000001,0571-88651234转801,a@example.com,女,农历八月十五,浙江省杭州市西湖区样板路1号,,展会,李敏,钓鱼,"=1+1",110101199003070016,"两行
备注, 有逗号"
王总,13800000002 / 13800000003,,,男,1985-06,,宁波市海曙区样板街2号,老客户介绍,王建国,,x,,
样板贸易有限公司,,400-820-8820,info@example.com,,,上海市浦东新区样板大道3号,,网络,李敏,,"-3",,"'quoted"
张伟,138****0004,,,,3月8日,,,,,,,,
`,
  )
  writeFileSync(
    file('deals.csv'),
    `订单号,客户名称,手机,日期,商品,数量,金额,状态
A1,欧阳雪,13800000001,2026-11-02,样板茶,2,1234.50,
A2,王总,13800000002,2026-10-01,样板茶,1,-88,退款
`,
  )
  await runMain(folder, ['init'])
  await runMain(folder, ['import', file('customers.csv')])
  await runMain(folder, ['import', file('deals.csv'), '--as', 'deals'])
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('an export', () => {
  it.each([
    ['customers.xlsx', 'customers', []],
    ['customers-2.csv', 'customers', []],
    ['customers-3.csv', 'customers', ['--bom']],
    ['customers-4.csv', 'customers', ['--encoding', 'gb18030']],
    ['customers-5.tsv', 'customers', []],
    ['deals.xlsx', 'deals', []],
    ['deals-2.csv', 'deals', ['--bom']],
    ['customers-6.json', 'customers', []],
    ['customers-7.jsonl', 'customers', []],
    ['deals-3.json', 'deals', []],
    ['deals-4.jsonl', 'deals', []],
  ])('that is imported again untouched changes nothing: %s', async (name, what, more) => {
    const run = await runMain(folder, ['export', what, '-o', file(name), ...more])
    expect(run.status).toBe(0)
    const { rows = 0, unchanged = 0, skipped = 0, created, updated, rejected, added } = await counts(name)
    expect({ created, updated, rejected, added }).toEqual({ created: 0, updated: 0, rejected: 0, added: 0 })
    expect(unchanged).toBeGreaterThan(1)
    expect(unchanged + skipped).toBe(rows)
  })

  it('that is an address book makes nobody new when it comes back', async () => {
    await runMain(folder, ['export', 'customers', '-o', file('again.vcf')])
    const { created, rejected, rows } = await counts('again.vcf')
    expect([created, rejected]).toEqual([0, 0])
    expect(rows).toBeGreaterThan(1)
  })

  it('says a change of one cell, and only that', async () => {
    await runMain(folder, ['--lang', 'zh', 'export', 'customers', '-o', file('changed.csv')])
    const text = readFileSync(file('changed.csv'), 'utf8')
    writeFileSync(file('changed.csv'), text.replace('钓鱼', '摄影').replace(/^(C0000\d\d,张伟,.*?),,,/m, '$1,,,'))
    const run = await runMain(folder, ['--json', 'import', file('changed.csv'), '--on-conflict', 'replace'])
    const [{ counts: told }] = JSON.parse(run.stdout) as [{ counts: Record<string, number> }]
    expect([told['created'], told['updated']]).toEqual([0, 1])
  })

  it('disarms what a spreadsheet would run, unless told otherwise', async () => {
    const guarded = await runMain(folder, ['export', 'customers'])
    expect(guarded.stdout).toContain("'=1+1")
    const plain = await runMain(folder, ['export', 'customers', '--no-guard'])
    expect(plain.stdout).toContain(',=1+1,')
  })

  it('leaves sensitive fields out and says so; hides what it is told to hide', async () => {
    const run = await runMain(folder, ['export', 'customers', '-o', file('plain.csv')])
    expect(readFileSync(file('plain.csv'), 'utf8')).not.toContain('110101199003070016')
    expect(run.stderr).toContain('ID number')
    await runMain(folder, ['--show-pii', 'export', 'customers', '-o', file('pii.csv')])
    expect(readFileSync(file('pii.csv'), 'utf8')).toContain('110101199003070016')
    const masked = await runMain(folder, ['export', 'customers', '--fields', 'name,mobile', '--mask', 'phone'])
    expect(masked.stdout).toContain('欧阳雪,138****0001')
  })

  it('gives fields in the order asked for, and knows them by either name', async () => {
    const run = await runMain(folder, [
      '--lang',
      'zh',
      'export',
      'customers',
      '--fields',
      '业务员,name',
      '--owner',
      '李敏',
    ])
    expect(run.stdout.split('\r\n').slice(0, 2)).toEqual(['业务员,客户名称', '李敏,欧阳雪'])
    const wrong = await runMain(folder, ['export', 'customers', '--fields', 'nope,name'])
    expect([wrong.status, wrong.stderr.includes('export-field-unknown')]).toEqual([2, true])
  })

  it('keeps to a period', async () => {
    const run = await runMain(folder, ['--json', 'export', 'deals', '--period', '2026-11'])
    const deals = JSON.parse(run.stdout) as Record<string, unknown>[]
    expect(deals.map(({ order_no, amount, name }) => [order_no, amount, name])).toEqual([['A1', '1234.50', '欧阳雪']])
  })

  it('is an address book and a calendar', async () => {
    const listed = JSON.parse((await runMain(folder, ['--json', 'export', 'customers'])).stdout) as unknown[]
    await runMain(folder, ['export', 'customers', '-o', file('book.vcf')])
    expect(readFileSync(file('book.vcf'), 'utf8').match(/BEGIN:VCARD/g)).toHaveLength(listed.length)
    await runMain(folder, ['export', 'customers', '-o', file('days.ics')])
    const days = readFileSync(file('days.ics'), 'utf8')
    expect(days).toContain('DTSTART;VALUE=DATE:20260308')
    expect(days.match(/BEGIN:VEVENT/g)!.length).toBeGreaterThanOrEqual(3)
  })

  it('notes what left: who, what, how much, and the digest of the file', async () => {
    const { openBook, closeBook } = await import('../../../src/store/book.ts')
    const { createHash } = await import('node:crypto')
    await runMain(folder, ['export', 'customers', '-o', file('logged.csv'), '--owner', '李敏'])
    const book = openBook(file('kehu.db'))
    const line = book.sqlite.prepare('select staff, what, filter, rows, sha256 from access_log order by id desc').get()
    closeBook(book)
    expect(line).toMatchObject({ staff: 'tester', rows: 2, filter: '{"owner":"李敏"}' })
    expect((line as { sha256: string }).sha256).toBe(
      createHash('sha256')
        .update(readFileSync(file('logged.csv')))
        .digest('hex'),
    )
  })

  it('of nothing says so by its exit code', async () => {
    expect((await runMain(folder, ['export', 'customers', '--owner', 'nobody'])).status).toBe(7)
  })
})
