import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { displayWidth } from '../../../src/render/width.ts'
import { runMain } from '../../support/run-main.ts'

const folder = mkdtempSync(join(tmpdir(), 'kehu-own-'))
const define = (name: string, ...lines: string[]): void => {
  mkdirSync(join(folder, 'policies', 'reports'), { recursive: true })
  writeFileSync(join(folder, 'policies', 'reports', `${name}.yaml`), `${lines.join('\n')}\n`)
}
const csv = async (name: string, ...more: string[]): Promise<string[]> =>
  (await runMain(folder, ['--lang', 'zh', '--csv', 'report', name, ...more])).stdout.trim().split('\r\n')

beforeAll(async () => {
  await runMain(folder, ['init'])
  const put = async (name: string, ...lines: string[]): Promise<void> => {
    writeFileSync(join(folder, name), lines.join('\n'))
    await runMain(folder, ['import', join(folder, name)])
  }
  await put('customers.csv', '客户姓名,手机', '王一,13800000001', '李二,13800000002')
  await put(
    'deals.csv',
    '订单号,客户编号,下单日期,商品,金额',
    'A1,C000001,2026-10-31,茶,100',
    'A2,C000001,2026-11-01,茶,200.50',
    'A3,C000002,2026-11-02,杯,50',
    'A4,C000002,2026-11-30,茶,-20',
  )
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('a report of the house', () => {
  it('groups, counts and sums what it was told to, whatever the book holds beside it', async () => {
    define(
      'by-month',
      'key: by-month',
      'zh: 每月成交',
      'from: deals',
      "groups: ['deal_on:month']",
      'measures: [count, customers, { sum: amount }, { max: amount }]',
    )
    expect(await csv('by-month')).toEqual([
      '成交日期,笔数,客户数,金额合计（元）,金额最大（元）',
      '2026-10,1,1,100.00,100.00',
      '2026-11,3,2,230.50,200.50',
    ])
  })

  it('keeps to its conditions, its order and a period', async () => {
    define(
      'tea',
      'key: tea',
      'zh: 茶',
      'from: deals',
      'period: all',
      'where: [{ field: product, is: 茶 }, { field: amount, min: 0 }]',
      'columns: [order_no, amount]',
      "sort: '-amount'",
    )
    expect(await csv('tea')).toEqual(['订单号,金额（元）', 'A2,200.50', 'A1,100.00'])
    expect(await csv('tea', '--period', '2026-11')).toEqual(['订单号,金额（元）', 'A2,200.50'])
  })

  it('hides personal data as every report does, and shows it where that is asked for', async () => {
    define('phones', 'key: phones', 'zh: 电话', 'from: customers', 'columns: [name, mobile]', 'sort: mobile')
    expect((await csv('phones'))[1]).toBe('王一,138****0001')
    const whole = await runMain(folder, ['--csv', '--show-pii', 'report', 'phones'])
    expect(whole.stdout).toContain('13800000001')
  })

  it('is listed among the others, and sent by the schedule', async () => {
    expect((await runMain(folder, ['--lang', 'zh', 'report', 'list'])).stdout).toMatch(/by-month\t\t每月成交/)
    writeFileSync(
      join(folder, 'policies', 'reports.yaml'),
      'schedule: [{ report: by-month, every: day, from: a, to: b, format: csv }]\n',
    )
    const run = await runMain(folder, ['report', 'run', '--due'])
    expect([run.stderr, run.status]).toEqual(['', 0])
    expect((await runMain(folder, ['report', 'run', 'by-month', '--period', '2026-11-20'])).status).toBe(0)
    const history = JSON.parse((await runMain(folder, ['--json', 'report', 'history'])).stdout) as { period: string }[]
    expect(history.map(({ period }) => period)).toEqual(['2026-11-20', '2026-11-21'])
  })

  it('with faults is refused with all of them at once, and a line', async () => {
    define(
      'wrong',
      'key: weekly',
      'zh: x',
      'from: deals',
      "groups: ['name:month', nope, 'deal_on:fortnight']",
      'measures: [{ sum: product }]',
    )
    const run = await runMain(folder, ['--lang', 'en', 'report', 'tea'])
    rmSync(join(folder, 'policies', 'reports', 'wrong.yaml'))
    expect(run.status).toBe(1)
    for (const words of [
      'wrong.yaml:1',
      'weekly is taken',
      'name is no day',
      'no field nope',
      'fortnight',
      'product is no number',
    ])
      expect(run.stderr).toContain(words)
  })
})

describe('the dashboard', () => {
  it.each(['zh', 'en'])('stands on one screen of 80×24: %s', async (lang) => {
    const { stdout } = await runMain(folder, ['--lang', lang, 'dashboard'])
    const lines = stdout.trimEnd().split('\n')
    expect(lines.length).toBeLessThanOrEqual(24)
    expect(Math.max(...lines.map(displayWidth))).toBeLessThanOrEqual(80)
    expect(stdout).toContain('kehu report weekly')
  })
})
