import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { KehuError } from '../../../src/model/errors.ts'
import { type Desk, openDesk } from '../../support/desk.ts'

let desk: Desk
beforeEach(async () => {
  desk = openDesk()
  desk.now = '2026-11-22T03:00:00.000Z'
  writeFileSync(
    join(desk.folder, 'list.csv'),
    ['姓名,手机,宗教信仰', '王伟明,13857101236,佛教', '李丽,13957104477,无', '赵敏,13605719090,'].join('\n'),
  )
  await desk.run(['import', join(desk.folder, 'list.csv'), '-q'])
})
afterEach(() => desk.close())

/** The code of what is thrown. */
const codeOf = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
    return 'nothing'
  } catch (error) {
    return error instanceof KehuError ? error.code : String(error)
  }
}

describe('what may not be collected', () => {
  it('is not taken in from a file, nor kept as it stood, and said', async () => {
    writeFileSync(join(desk.folder, 'more.csv'), '姓名,手机,政治面貌\n孙强,13711112222,群众乙\n')
    const { err } = await desk.run(['import', join(desk.folder, 'more.csv')])
    expect(err).toContain('政治面貌')
    const { stdout } = { stdout: (await desk.run(['show', '孙强', '--all'])).out }
    expect(stdout).not.toContain('群众乙')
    const blocks = desk.book.sqlite.prepare('select data from source_block').pluck().all() as Buffer[]
    const { inflateRawSync } = await import('node:zlib')
    expect(blocks.some((block) => inflateRawSync(block).toString('utf8').includes('群众乙'))).toBe(false)
  })

  it.each([
    ['edit', 'C000001', '--set', '宗教=佛教'],
    ['add', 'fact', 'C000001', '政治面貌=群众'],
  ])('is refused where it is typed: %s %s', async (...args) => {
    await expect(desk.run(args)).rejects.toThrow(/field-forbidden|不得收集|edit-wrong/)
  })
})

describe('consents', () => {
  it('are kept with purpose, way, proof and a day of review', async () => {
    await desk.run(['privacy', 'consent', 'C000001', '--purpose', 'marketing', '--told', '门店告示', '--proof', '表12'])
    const { json } = await desk.run(['privacy', 'consents', 'C000001', '--json'])
    expect(json()).toEqual([
      expect.objectContaining({
        code: 'C000001',
        purpose: 'marketing',
        wayTold: '门店告示',
        reviewOn: '2028-11-22',
        withdrawnOn: null,
      }),
    ])
  })

  it('need to say how the customer was told', async () => {
    expect(await codeOf(desk.run(['privacy', 'consent', 'C000001', '--purpose', 'marketing']))).toBe('consent-not-told')
  })

  it('taken back keep the customer out of exports and lists of recipients for that use, and of no other', async () => {
    await desk.run(['segment', 'add', 'all', '--when', 'deal_count >= 0', '--title', '全部'])
    await desk.run(['privacy', 'withdraw', 'C000001', '--purpose', 'marketing', '--way', '来电'])
    const members = async (): Promise<string> =>
      (await desk.run(['segment', 'members', 'all', '--reach', 'mobile', '--json', '--show-pii'])).out
    expect(await members()).not.toContain('C000001')
    const names = async (purpose: string): Promise<string> =>
      (await desk.run(['export', 'customers', '--purpose', purpose, '--csv'])).out
    expect(await names('marketing')).not.toContain('王伟明')
    expect(await names('service')).toContain('王伟明')
    await desk.run(['privacy', 'consent', 'C000001', '--purpose', 'marketing', '--told', '当面'])
    expect(await members()).toContain('C000001')
  })

  it('are asked for again when their day has come', async () => {
    await desk.run([
      'privacy',
      'consent',
      'C000001',
      '--purpose',
      'marketing',
      '--told',
      '告示',
      '--review',
      '2026-12-01',
    ])
    expect((await desk.run(['privacy', 'consents', '--due', '2026-11-30'])).ending).toBe('nothing')
    expect((await desk.run(['privacy', 'consents', '--due', '2026-12-01'])).ending).toBe('done')
  })
})

describe('disclosures', () => {
  const args = ['privacy', 'disclose', 'C000001', '--to-whom', '快递公司', '--what', '收货地址']
  it('need consent or another ground, and somebody who approved', async () => {
    expect(await codeOf(desk.run(args))).toBe('disclosure-no-consent')
    expect(await codeOf(desk.run([...args, '--basis', 'contract']))).toBe('disclosure-not-approved')
    await desk.run(['privacy', 'consent', 'C000001', '--purpose', 'sharing', '--told', '当面'])
    await desk.run([...args, '--approved-by', '经理'])
    expect((await desk.run(['privacy', 'disclosures', 'C000001', '--json'])).json()).toEqual([
      expect.objectContaining({ toWhom: '快递公司', lawfulBasis: 'consent', approvedBy: '经理', rows: 1 }),
    ])
  })
})

describe('requests of a person', () => {
  it('have a day, and are answered with a page that can be printed', async () => {
    await desk.run(['privacy', 'ask', 'C000001', '--kind', '查阅', '--identity', '核对证件'])
    expect((await desk.run(['privacy', 'asks', '--json'])).json()).toEqual([
      expect.objectContaining({ kind: 'access', dueOn: '2026-12-07', late: false }),
    ])
    const page = join(desk.folder, 'answer.html')
    await desk.run(['privacy', 'answer', '1', '-o', page])
    const html = readFileSync(page, 'utf8')
    for (const told of ['王伟明', '13857101236', 'list.csv', '用途', '您可以要求']) expect(html).toContain(told)
    expect((await desk.run(['privacy', 'asks', '--all', '--json'])).json()).toEqual([
      expect.objectContaining({
        state: 'done',
        answeredOn: '2026-11-22',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      }),
    ])
  })

  it('are late when nobody answered, and wait for cron to notice', async () => {
    await desk.run(['privacy', 'ask', 'C000001', '--kind', 'copy'])
    desk.now = '2026-12-30T03:00:00.000Z'
    expect((await desk.run(['privacy', 'asks'])).ending).toBe('waiting')
  })

  it('for deletion are answered by erasing only', async () => {
    await desk.run(['privacy', 'ask', 'C000001', '--kind', 'delete'])
    expect(await codeOf(desk.run(['privacy', 'answer', '1', '--answer', '好']))).toBe('ask-erase-first')
    await desk.run(['privacy', 'answer', '1', '--refuse', '合同未履行完'])
    expect((await desk.run(['privacy', 'asks', '--all', '--json'])).json()).toEqual([
      expect.objectContaining({ state: 'refused', answer: '合同未履行完' }),
    ])
  })
})

describe('retention', () => {
  const counts = async (): Promise<
    { class: string; toWarn: unknown[]; waiting: number; toDo: unknown[]; alive: unknown[] }[]
  > => (await desk.run(['privacy', 'retention', '--json'])).json() as never
  const ofProspects = async () => (await counts()).find((one) => one.class === 'prospect')!

  it('warns first, drops the warning of who is alive again, archives the rest when the day has come', async () => {
    expect((await ofProspects()).toWarn).toHaveLength(0)
    desk.now = '2029-01-02T03:00:00.000Z'
    expect((await ofProspects()).toWarn).toHaveLength(3)
    await desk.run(['privacy', 'retention', '--apply'])
    expect((await ofProspects()).toWarn).toHaveLength(3)
    await desk.run(['privacy', 'retention', '--warn'])
    expect((await ofProspects()).waiting).toBe(3)
    desk.now = '2029-01-20T03:00:00.000Z'
    await desk.run(['log', 'C000003', '来电 问价'])
    desk.now = '2029-02-03T03:00:00.000Z'
    const now = await ofProspects()
    expect([now.toDo.length, now.alive]).toEqual([2, ['C000003']])
    await desk.run(['privacy', 'retention', '--apply', '--approved-by', '经理'])
    expect(desk.book.sqlite.prepare('select status from party order by id').pluck().all()).toEqual([
      'archived',
      'archived',
      'active',
    ])
  })

  it('anonymises what was archived long enough, and keeps a record without a value', async () => {
    desk.now = '2029-01-02T03:00:00.000Z'
    await desk.run(['privacy', 'retention', '--warn'])
    desk.now = '2029-02-03T03:00:00.000Z'
    await desk.run(['privacy', 'retention', '--apply'])
    desk.now = '2032-03-01T03:00:00.000Z'
    await desk.run(['privacy', 'retention', '--warn'])
    desk.now = '2032-04-02T03:00:00.000Z'
    await desk.run(['privacy', 'retention', '--apply', '--class', 'archived'])
    expect(desk.book.sqlite.prepare('select name, status from party order by id').raw().all()).toEqual([
      ['C000001', 'anonymised'],
      ['C000002', 'anonymised'],
      ['C000003', 'anonymised'],
    ])
    const { out } = await desk.run(['privacy', 'disposals', '--json'])
    expect(out).not.toMatch(/王伟明|13857101236/)
    expect((await desk.run(['audit', 'verify'])).ending).toBe('done')
  })

  it('destroys rows of files whose time is up, and nothing that was understood of them', async () => {
    desk.now = '2032-01-02T03:00:00.000Z'
    await desk.run(['privacy', 'retention', '--class', 'source-rows', '--apply'])
    expect(desk.book.sqlite.prepare('select count(*) from source_block').pluck().get()).toBe(0)
    expect((await desk.run(['find', '王伟明'])).ending).toBe('done')
  })
})
