import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { contentOf, type Desk, openDesk } from '../support/desk.ts'

const list = `姓名,手机,证件号码,出生日期,客户来源,建档日期
王建国,13957100001,11010519491231002X,1949-12-31,网络,2026-01-05
李梅,1391111,,1988-03-08,网络,2026-01-05
陈志强,13866220044,110105194912310021,,朋友介绍,2026-01-05
赵敏,13333333333,,2035-01-01,朋友介绍,2026-01-05
`
const day = (number: number): string => `2026-11-${number}T03:00:00.000Z`

interface RuleLine {
  readonly rule: string
  readonly found: number
  readonly change: number | null
  readonly waived: number
}

describe('checks', () => {
  let desk: Desk
  const verify = async (...flags: string[]): Promise<Record<string, RuleLine>> => {
    const lines = (await desk.run(['verify', '--json', ...flags])).json() as RuleLine[]
    return Object.fromEntries(lines.map((line) => [line.rule, line]))
  }
  const states = (rule: string): unknown[] =>
    desk.book.sqlite.prepare('select state from finding where rule = ? order by id').pluck().all(rule)
  beforeEach(async () => {
    desk = openDesk()
    desk.now = day(20)
    writeFileSync(join(desk.folder, 'list.csv'), list)
    await desk.run(['import', join(desk.folder, 'list.csv')])
  })
  afterEach(() => desk.close())

  it('find what is wrong, and the same finding again is not a new one', async () => {
    const first = await verify()
    expect(first).toMatchObject({
      'phone-format': { found: 1, change: null },
      'placeholder-phone': { found: 1 },
      'id-number-format': { found: 1 },
      'birth-in-future': { found: 1 },
    })
    const count = desk.book.sqlite.prepare('select count(*) from finding').pluck()
    const before = count.get()
    expect(await verify()).toMatchObject({ 'phone-format': { found: 1, change: 0 } })
    expect(count.get()).toBe(before)
  })

  it('end with a code of their own, which is not that of a broken tool', async () => {
    expect((await desk.run(['verify'])).ending).toBe('checks-failed')
    expect((await desk.run(['verify', '--rule', 'name-missing'])).ending).toBe('done')
    await expect(desk.run(['verify', '--rule', 'nothing'])).rejects.toMatchObject({
      kind: 'usage',
      code: 'rule-missing',
    })
  })

  it('follow a finding through its life: open, gone, open again', async () => {
    await verify()
    desk.book.sqlite.exec(`update party set birth = '1985-01-01' where id = 4`)
    expect((await verify())['birth-in-future']).toMatchObject({ found: 0, change: -1 })
    expect(states('birth-in-future')).toEqual(['gone'])
    desk.book.sqlite.exec(`update party set birth = '2035-01-01' where id = 4`)
    expect((await verify())['birth-in-future']).toMatchObject({ found: 1 })
    expect(states('birth-in-future')).toEqual(['open'])
  })

  it('tell what an import could not read, until something stands in its place', async () => {
    const more = '姓名,手机,证件号码,出生日期,建档日期\n孙芳,13957100077,3.20106E+17,1992-02-30,2026-02-30\n'
    writeFileSync(join(desk.folder, 'more.csv'), more)
    await desk.run(['import', join(desk.folder, 'more.csv')])
    const unread = async () => (await verify())['value-unread']?.found ?? 0
    expect(await unread()).toBe(3)
    await desk.run(['edit', 'C000005', '--set', 'birth=1992-02-29', '--set', 'id_number=11010519491231002X'])
    expect(await unread()).toBe(1)
    await desk.run(['edit', 'C000005', '--set', 'opened_on=2026-02-28'])
    expect(await unread()).toBe(0)
  })

  it('hold a list that is imported to the last one of its kind and to the rules of the house', async () => {
    mkdirSync(join(desk.folder, 'policies'))
    writeFileSync(
      join(desk.folder, 'policies', 'checks.yaml'),
      'imports:\n  - id: daily\n    severity: error\n    file: day*.csv\n    rows: { min: 30 }\n    columns: { required: [手机] }\n',
    )
    const rows = (count: number, phone: (i: number) => string): string =>
      `姓名,手机\n${Array.from({ length: count }, (_, i) => `王${'伟芳娜敏静丽强磊军洋'[i % 10]}${'明华国文海'[i % 5]},${phone(i)}`).join('\n')}\n`
    const bring = async (name: string, text: string) => {
      writeFileSync(join(desk.folder, name), text)
      return desk.run(['import', join(desk.folder, name)])
    }
    expect(
      (
        await bring(
          'day1.csv',
          rows(40, (i) => `138${10000000 + i * 7}`),
        )
      ).ending,
    ).toBe('done')
    const shifted = await bring(
      'day2.csv',
      rows(40, (i) => `139${1000000 + i * 7}`),
    )
    expect(shifted.err).toContain('9×10')
    const short = await bring(
      'day3.csv',
      rows(20, (i) => `137${10000000 + i * 7}`),
    )
    expect(short.ending).toBe('checks-failed')
    expect(short.err).toContain('daily')
  })

  it('leave what they did not look at as it is', async () => {
    await verify()
    const before = contentOf(desk.book)['finding']
    await verify('--rule', 'name-missing')
    expect(contentOf(desk.book)['finding']).toEqual(before)
  })

  it('look only at what was touched since a run or a day', async () => {
    await verify()
    desk.now = day(21)
    await desk.run(['edit', 'C000002', '--set', 'birth=2034-01-01'])
    const { out, err } = await desk.run(['verify', '--since', '1'])
    expect(out).toContain('birth-in-future')
    expect(err).toContain('校验了 1 个主体')
    expect(states('birth-in-future')).toEqual(['open', 'open'])
    expect((await desk.run(['verify', '--since', '2026-11-21'])).err).toContain('校验了 1 个主体')
    expect((await desk.run(['verify', '--since', '2026-11-20'])).err).toContain('校验了 4 个主体')
  })

  it('let pass what somebody waived, until its day, and undo takes the waiver back', async () => {
    await verify()
    await desk.run([
      'verify',
      'waive',
      'C000004',
      '--rule',
      'birth-in-future',
      '--why',
      '预产期',
      '--until',
      '2026-11-21',
    ])
    expect(states('birth-in-future')).toEqual(['waived'])
    expect((await verify())['birth-in-future']).toMatchObject({ found: 0, waived: 1 })
    desk.now = day(22)
    expect((await verify())['birth-in-future']).toMatchObject({ found: 1, waived: 0 })
    await desk.run(['verify', 'waive', '--rule', 'phone-format', '--why', '以后再说'])
    const { n } = desk.book.sqlite.prepare('select max(id) as n from operation').get() as { n: number }
    expect(states('phone-format')).toEqual(['waived'])
    await desk.run(['undo', String(n)])
    expect(states('phone-format')).toEqual(['open'])
    expect((await desk.run(['verify', 'waivers', '--json'])).json()).toMatchObject([{ code: 'C000004', why: '预产期' }])
  })

  it('take rules of the house from a file, with thresholds', async () => {
    mkdirSync(join(desk.folder, 'policies'))
    writeFileSync(
      join(desk.folder, 'policies/checks.yaml'),
      `rules:\n  - id: adult\n    fields: [birth]\n    test: condition\n    bad: age < 18.0\n    threshold: { warn: 0.5 }\n    message: { zh: 未满 18 岁, en: under 18 }\nwithout: [birth-in-future]\n`,
    )
    const found = await verify()
    expect(found['birth-in-future']).toBeUndefined()
    expect((await desk.run(['verify', '--rule', 'adult'])).ending).toBe('done')
  })

  it('take lists of values from a file beside the rules', async () => {
    mkdirSync(join(desk.folder, 'policies'))
    writeFileSync(join(desk.folder, 'policies/sources.csv'), '\ufeff网络,线上\n# 不用了\nonline\n')
    writeFileSync(
      join(desk.folder, 'policies/checks.yaml'),
      'rules:\n  - { id: our-sources, fields: [acquired_from], test: choice, field: acquired_from, file: sources.csv }\n',
    )
    expect(await verify('--rule', 'our-sources')).toMatchObject({ 'our-sources': { found: 2 } })
  })

  it('judge what is imported and what is typed, in the very words of a run', async () => {
    const { out } = await desk.run(['verify', 'findings', '--rule', 'birth-in-future', '--json'])
    expect(out).toBe('[]\n')
    const { err } = await desk.run(['edit', 'C000002', '--set', 'birth=2035-01-01'])
    await verify()
    const found = (await desk.run(['verify', 'findings', 'C000002', '--rule', 'birth-in-future', '--json'])).json()
    const [{ message }] = found as [{ message: string }]
    expect(err).toContain(message)
    writeFileSync(join(desk.folder, 'more.csv'), list.replaceAll('2026-01-05', '2026-01-06'))
    expect((await desk.run(['import', join(desk.folder, 'more.csv')])).err).toContain('其中有错误的值')
    expect((await desk.run(['quality', '--imports', '--json'])).json()).toMatchObject({ report: 'quality' })
  })

  it('leave a record of the quality: three runs on three days show trend and drift in text, JSON and HTML', async () => {
    for (const n of [20, 21, 22]) {
      desk.now = day(n)
      await verify()
      await desk.run(['verify', 'record', `C00000${n - 19}`, '--result', 'confirmed'])
    }
    desk.now = day(23)
    await verify()
    const text = (await desk.run(['quality', '--trend'])).out
    for (const shown of ['2026-11-20', '2026-11-21', '2026-11-22', '2026-11-23', '已核实'])
      expect(text).toContain(shown)
    const { sections } = (await desk.run(['quality', '--trend', '--json', '--against', '1'])).json() as {
      sections: { key: string; tables: { rows: Record<string, unknown>[] }[] }[]
    }
    const trend = sections.find(({ key }) => key === 'trend')!.tables[0]!.rows
    expect(trend.map(({ on, verified }) => [on, verified])).toEqual([
      ['2026-11-20', 0],
      ['2026-11-21', 0.25],
      ['2026-11-22', 0.5],
      ['2026-11-23', 0.75],
    ])
    const drift = sections.find(({ key }) => key === 'drift')!.tables[0]!.rows
    expect(drift).toMatchObject([{ before: 0, after: 0.75, change: 0.75 }])
    await desk.run(['quality', '-o', 'quality.html'])
    const { readFileSync } = await import('node:fs')
    expect(readFileSync(join(desk.folder, 'quality.html'), 'utf8')).toContain('2026-11-21')
  })
})

describe('clean-up lists', () => {
  it('find who has not been seen for long; archiving a list is one operation that undo takes back', async () => {
    const desk = openDesk()
    writeFileSync(join(desk.folder, 'list.csv'), list.replaceAll('2026-01-05', '2020-01-05'))
    await desk.run(['import', join(desk.folder, 'list.csv')])
    const before = contentOf(desk.book)
    const listed = await desk.run(['clean', 'lists', '--list', 'inactive', '--json'])
    expect((listed.json() as unknown[]).length).toBe(4)
    await desk.run(['clean', 'lists', '--list', 'inactive', '--archive', '--yes'])
    expect(desk.book.sqlite.prepare(`select count(*) from party where status = 'archived'`).pluck().get()).toBe(4)
    await desk.run(['undo', '2'])
    expect(contentOf(desk.book)).toEqual(before)
    await expect(desk.run(['clean', 'lists', '--list', 'inactive', '--archive'])).rejects.toMatchObject({
      code: 'answer-needed',
    })
    desk.close()
  })
})
