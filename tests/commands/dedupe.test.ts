import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { knownAlready, twinsOf } from '../../src/commands/dedupe/known-already.ts'
import { openTableFile } from '../../src/files/open-table-file.ts'
import type { MatchModel } from '../../src/model/matching.ts'
import { askFrom } from '../support/ask.ts'
import { contentOf, type Desk, openDesk } from '../support/desk.ts'

let desk: Desk
let csv: string[]

/** The first sheet of a workbook, as texts. */
async function cellsOf(path: string): Promise<string[][]> {
  const opened = await openTableFile(path)
  const rows: string[][] = []
  for await (const { chunks } of opened.sheets) {
    for await (const chunk of chunks) for (const cells of chunk.rows) rows.push(cells.map((cell) => String(cell ?? '')))
    break
  }
  await opened.close()
  return rows
}

/** Rows of the generator, with families, twins, branches and shared lines. */
function people(folder: string, rows: number): string[] {
  const args = ['--rows', String(rows), '--hubs', 'heavy', '--purchases', '0', '--interactions', '0', '--no-fields']
  spawnSync(process.execPath, ['fixtures/generator/gen-customers.mjs', '--out', folder, ...args])
  return readFileSync(join(folder, 'customers.csv'), 'utf8').trimEnd().split(/\r?\n/)
}

const file = (name: string, lines: readonly string[]): string => {
  writeFileSync(join(desk.folder, name), `${lines.join('\r\n')}\r\n`)
  return join(desk.folder, name)
}
const waiting = (): { id: number; a: number; b: number; cluster: number; weight: number }[] =>
  desk.book.sqlite
    .prepare(
      `select id, a, b, cluster, weight from match_pair where state = 'waiting' and band = 'review' order by a, b`,
    )
    .all() as never
/** All that is believed, without who looked at it. */
const heldBy = ({ book }: Desk): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries({ ...contentOf(book), access_log: [], setting: [] }).map(([table, rows]) => [
      table,
      JSON.stringify(rows),
    ]),
  )
const groups = (): unknown[] =>
  desk.book.sqlite
    .prepare(`select id, coalesce(merged_into, id) as one from party where status in ('active', 'merged') order by id`)
    .raw()
    .all()

beforeAll(() => {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-people-'))
  csv = people(folder, 260)
  rmSync(folder, { recursive: true })
})
beforeEach(() => {
  desk = openDesk()
})
afterEach(() => desk.close())

describe('a run', () => {
  it('keeps why it merged, and merges nothing where it is told not to', async () => {
    await desk.run(['import', file('all.csv', csv)])
    expect((await desk.run(['dedupe', '--no-merge'])).out).toContain('没有自动合并')
    const asked = waiting().length
    expect(desk.book.sqlite.prepare('select count(*) from merge').pluck().get()).toBe(0)
    await desk.run(['dedupe'])
    expect(waiting().length).toBeLessThan(asked)
    const kept = desk.book.sqlite.prepare(`select weight, evidence from merge where band = 'auto'`).all() as {
      weight: number
      evidence: string
    }[]
    expect(kept.length).toBeGreaterThan(5)
    for (const { weight, evidence } of kept) {
      const [pair] = (JSON.parse(evidence) as { pairs: { weight: number; comparisons: object[] }[] }).pairs
      expect(pair!.weight).toBeGreaterThanOrEqual(weight)
      expect(pair!.comparisons.length).toBeGreaterThan(1)
    }
  })

  it('says what it will cost, by rule, and stops where that is too much', async () => {
    await desk.run(['import', file('all.csv', csv)])
    const [budget] = (await desk.run(['dedupe', '--budget', '--json'])).json() as [
      { pairs: number; rules: { rule: string; pairs: number }[] },
    ]
    expect(budget.rules.reduce((sum, { pairs }) => sum + pairs, 0)).toBe(budget.pairs)
    expect(desk.book.sqlite.prepare('select count(*) from match_run').pluck().get()).toBe(0)
  })

  it('over new customers alone finds what a run over all finds', async () => {
    const cut = Math.floor(csv.length * 0.8)
    await desk.run(['import', file('old.csv', csv.slice(0, cut))])
    await desk.run(['dedupe'])
    await desk.run(['import', file('new.csv', [csv[0]!, ...csv.slice(cut)])])
    const before = contentOf(desk.book)
    const { json } = await desk.run(['dedupe', '--since', '--json'])
    expect(json()).toMatchObject({ compared: expect.any(Number) })
    const [some, open] = [groups(), waiting().map(({ a, b, weight }) => [a, b, weight])]
    await desk.run(['undo', String(desk.book.sqlite.prepare('select max(id) from operation').pluck().get())])
    expect(contentOf(desk.book)['party']).toEqual(before['party'])
    await desk.run(['dedupe'])
    expect(groups()).toEqual(some)
    expect(waiting().map(({ a, b, weight }) => [a, b, weight])).toEqual(open)
    expect((await desk.run(['dedupe', '--since'])).ending).toBe('nothing')
  })

  it('twice merges nothing more', async () => {
    await desk.run(['import', file('all.csv', csv)])
    await desk.run(['dedupe'])
    const once = groups()
    await desk.run(['dedupe'])
    expect(groups()).toEqual(once)
  })
})

describe('a review', () => {
  beforeEach(async () => {
    await desk.run(['import', file('all.csv', csv)])
    await desk.run(['dedupe', '--no-merge'])
  })

  /** What the sheet looks like once a person has filled it: by pair number. */
  const judged = async (verdictOf: (pair: string, at: number) => string): Promise<string> => {
    await desk.run(['dedupe', 'review', '--export', 'out.xlsx'])
    const [head, ...rows] = await cellsOf(join(desk.folder, 'out.xlsx'))
    const [pair, verdict, code] = [0, 1, 2] as const
    const seen = new Set<string>()
    const lines = rows.map((row, at) => {
      const first = !seen.has(row[pair]!)
      seen.add(row[pair]!)
      return [row[pair], first ? verdictOf(row[pair]!, Math.floor(at / 2)) : '', row[code]].join(',')
    })
    return file('judged.csv', [[head![pair], head![verdict], head![code]].join(','), ...lines])
  }

  it('in Excel is one operation, checked before, and undo takes all of it back', async () => {
    const before = heldBy(desk)
    const sheet = await judged((_, at) =>
      at < 6 ? '同一位' : at < 9 ? 'different' : at < 11 ? '有关系' : at === 11 ? '也许' : '',
    )
    const preview = (await desk.run(['dedupe', 'review', '--import', sheet, '-n', '--json'])).json()
    for (const [table, rows] of Object.entries(heldBy(desk))) expect([table, rows]).toEqual([table, before[table]])
    const { json, err } = await desk.run(['dedupe', 'review', '--import', sheet, '--json'])
    const done = json() as {
      decided: number
      same: number
      different: number
      related: number
      operation: number
      left: unknown[]
    }
    expect({ ...done, operation: 0, dryRun: true }).toEqual({ ...(preview as object), operation: 0 })
    expect(done.decided).toBe(done.same + done.different + done.related)
    expect(done.decided).toBeGreaterThanOrEqual(9)
    expect(err).toContain('也许')
    expect(desk.book.sqlite.prepare('select count(*) from merge').pluck().get()).toBeGreaterThan(0)
    await desk.run(['undo', String(done.operation)])
    for (const [table, rows] of Object.entries(heldBy(desk))) expect([table, rows]).toEqual([table, before[table]])
  })

  it('takes no row that was moved, and no verdict against another', async () => {
    const sheet = await judged(() => '同一位')
    const moved = readFileSync(sheet, 'utf8').replace(/C\d{6}/, 'C999999')
    const { json } = await desk.run([
      'dedupe',
      'review',
      '--import',
      file('moved.csv', moved.trimEnd().split(/\r?\n/)),
      '--json',
      '-n',
    ])
    expect((json() as { left: { reason: string }[] }).left[0]!.reason).toContain('C999999')
  })

  it('shows a cluster whole, and takes members out by their digits', async () => {
    const clusters = new Map<number, Set<number>>()
    for (const { a, b, cluster } of waiting())
      if (cluster > 0) clusters.set(cluster, new Set([...(clusters.get(cluster) ?? []), a, b]))
    const [cluster, members] = [...clusters].find(([, { size }]) => size > 2 && size < 10)!
    desk.book.sqlite.prepare('update match_pair set weight = weight + 9000 where cluster = ?').run(cluster)
    const before = contentOf(desk.book)
    const ids = [...members].sort((x, y) => x - y)
    const { err } = await desk.run(['dedupe', 'review'], askFrom(['1', 'return', 'u', 'q']))
    expect(contentOf(desk.book)).toEqual(before)
    expect(err).toContain('判断了 0')
    await desk.run(['dedupe', 'review'], askFrom(['1', 'return', 'q']))
    const one = desk.book.sqlite.prepare('select coalesce(merged_into, id) from party where id = ?').pluck()
    expect(new Set(ids.slice(1).map((id) => one.get(id))).size).toBe(1)
    expect(one.get(ids[0])).toBe(ids[0])
    const apart = desk.book.sqlite.prepare(`select count(*) from decision where verdict = 'different'`).pluck().get()
    expect(apart).toBeGreaterThan(0)
    await desk.run(['dedupe'])
    expect(one.get(ids[0])).not.toBe(one.get(ids[1]))
  })

  it('is read by two people, who are compared, and the second changes nothing', async () => {
    const sheet = await judged((_, at) => (at < 8 ? '同一位' : at < 16 ? '不是同一位' : ''))
    await desk.run(['dedupe', 'review', '--import', sheet])
    desk.book.sqlite.exec(`update decision set staff = '老李'`)
    const answers = desk.book.sqlite.prepare('select distinct a, b, verdict from decision order by a, b').all() as {
      verdict: string
    }[]
    const merged = groups()
    const keys = answers.map(({ verdict }) => (verdict === 'same' ? 'y' : 'n'))
    const { json } = await desk.run(['dedupe', 'review', '--second', '--json'], askFrom(keys))
    expect(json()).toMatchObject({ pairs: answers.length, agreed: 1, kappa: 1 })
    expect(groups()).toEqual(merged)
  })

  it('is remembered when the records come in again', async () => {
    const name = desk.book.sqlite.prepare('select name from party where id = ?').pluck()
    const rare = (id: number): boolean =>
      desk.book.sqlite.prepare('select count(*) from party where name = ?').pluck().get(name.get(id)) === 1
    const { a, b } = waiting().find((pair) => rare(pair.a) && rare(pair.b))!
    const names = [name.get(a), name.get(b)].sort()
    desk.book.sqlite.exec(`update match_pair set weight = weight + 9000, cluster = -1 where a = ${a} and b = ${b}`)
    await desk.run(['dedupe', 'review'], askFrom(['n', 'q']))
    await desk.run(['undo', '2'])
    await desk.run(['undo', '1'])
    await desk.run(['import', file('again.csv', [csv[0]!, ...csv.slice(1).reverse()])])
    await desk.run(['dedupe', '--no-merge'])
    const again = waiting().filter((pair) => [name.get(pair.a), name.get(pair.b)].sort().join() === names.join())
    expect(name.get(a)).not.toBe(names[0])
    expect(again).toEqual([])
  })
})

describe('the model', () => {
  beforeEach(async () => {
    await desk.run(['import', file('all.csv', csv)])
    await desk.run(['dedupe', '--no-merge'])
  })
  const shown = async (): Promise<MatchModel> => (await desk.run(['dedupe', 'model', 'show'])).json() as MatchModel

  it('is printed, changed by hand, set, used, and let go', async () => {
    const model = await shown()
    const changed = { ...model, strata: model.strata.map((stratum) => ({ ...stratum, prior: stratum.prior - 6000 })) }
    await desk.run(['dedupe', 'model', 'set', file('model.json', [JSON.stringify(changed)])])
    await desk.run(['dedupe'])
    expect(waiting()).toEqual([])
    await desk.run(['dedupe', 'model', 'set', 'auto'])
    await desk.run(['dedupe', '--no-merge', '--relearn'])
    expect((await shown()).strata).toEqual(model.strata)
  })

  it.each([
    ['not JSON', '{'],
    ['of another version', '{"version": 2}'],
    ['without weights', '{"version": 1, "strata": []}'],
  ])('%s is refused', async (_, text) => {
    await expect(desk.run(['dedupe', 'model', 'set', file('bad.json', [text])])).rejects.toMatchObject({
      code: 'model-wrong',
    })
  })

  it('learns from answers, and is calibrated by fifty', async () => {
    await expect(desk.run(['dedupe', 'model', 'learn'])).rejects.toMatchObject({ code: 'model-no-answers' })
    const before = await shown()
    desk.book.sqlite.exec(
      `update match_pair set state = case when weight > 300 then 'same' else 'different' end where band = 'review'`,
    )
    const { out } = await desk.run(['dedupe', 'model', 'learn'])
    expect(out).toContain('留作检验')
    const after = await shown()
    expect(after.strata).not.toEqual(before.strata)
    await desk.run(['dedupe', '--no-merge'])
    const model = await shown()
    expect(model.strata).toEqual(after.strata)
    const run = desk.book.sqlite.prepare('select model from match_run order by id desc limit 1').pluck().get() as string
    expect((JSON.parse(run) as MatchModel).calibration!.length).toBeGreaterThan(1)
  })
})

describe('at entry', () => {
  it('knows who is typed in, with and without a model, in less than 50 ms', async () => {
    await desk.run(['import', file('all.csv', csv)])
    const known = desk.book.sqlite
      .prepare(
        `select p.id, p.name, p.name_key as nameKey, c.canonical from party p join contact_point c on c.party_id = p.id and c.type = 'mobile'
         where p.kind = 'person' and length(p.name) = 3 and c.canonical like '13%' limit 1`,
      )
      .get() as { id: number; name: string; nameKey: string; canonical: string }
    const ask = () =>
      knownAlready(
        desk.book,
        { name: known.name, phone: known.canonical },
        { nameKey: known.nameKey, numbers: [known.canonical], idNumber: null, uscc: null },
      )
    expect(ask()[0]!.id).toBe(known.id)
    await desk.run(['dedupe', '--no-merge'])
    const started = performance.now()
    const hits = ask()
    expect(performance.now() - started).toBeLessThan(50)
    expect(hits[0]!.id).toBe(known.id)
    expect(hits[0]!.probability).toBeGreaterThan(0.9)
    const stranger = { name: '欧阳不存在', phone: '19999999999' }
    expect(
      knownAlready(desk.book, stranger, {
        nameKey: '欧阳不存在',
        numbers: ['19999999999'],
        idNumber: null,
        uscc: null,
      }),
    ).toEqual([])
    const [{ a, b }] = [...waiting()].sort((x, y) => y.weight - x.weight) as unknown as [{ a: number; b: number }]
    expect(twinsOf(desk.book, a).map(({ id }) => id)).toContain(b)
  })
})
