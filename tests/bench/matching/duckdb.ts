import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { floorOf, scoreCandidates } from '../../../src/domain/matching/bands.ts'
import { gather } from '../../../src/domain/matching/candidates.ts'
import type { BegunMatch } from '../../../src/domain/matching/match.ts'
import { type ComparedPart, withoutTexts } from '../../../src/domain/matching/parts.ts'
import { textOf } from '../../../src/domain/matching/pool.ts'
import { weightsOf } from '../../../src/domain/matching/score.ts'
import { compareInThreads } from '../../../src/files/compare-in-threads.ts'
import type { MatchModel } from '../../../src/model/matching.ts'

/** Both engines over the same blocks: pairs, and seconds of wall clock and of processor. */
export interface SideBySide {
  readonly engine: 'kehu' | 'duckdb'
  readonly pairs: number
  readonly seconds: number
  readonly processor: number
}

const threads = 2

/** Scores the candidate pairs of one begun match in kehu and in DuckDB; null where DuckDB is not installed here. */
export async function sideBySide(begun: BegunMatch, model: MatchModel): Promise<SideBySide[] | null> {
  const duck = await import('@duckdb/node-api').catch(() => null)
  if (duck === null || begun.job.blocks === null) return null
  const kehu = await measured('kehu', async () => {
    const parts = await compareInThreads<ComparedPart>(withoutTexts(begun.job), begun.table.size, threads)
    const { matcher, options } = begun
    const candidates = gather(matcher, parts, options)
    scoreCandidates(matcher, weightsOf(model, matcher.layout), candidates, floorOf(model))
    return candidates.count
  })
  const folder = mkdtempSync(join(tmpdir(), 'kehu-duck-'))
  try {
    writeTables(begun, folder)
    const instance = await duck.DuckDBInstance.create(':memory:', { threads: String(threads) })
    const connection = await instance.connect()
    await connection.run(loadSql(folder))
    const other = await measured('duckdb', async () => {
      const result = await connection.runAndReadAll(scoreSql)
      return Number(result.getRows()[0]![0])
    })
    connection.closeSync()
    return [kehu, other]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

async function measured(engine: SideBySide['engine'], work: () => Promise<number>): Promise<SideBySide> {
  const before = process.cpuUsage()
  const started = performance.now()
  const pairs = await work()
  const used = process.cpuUsage(before)
  return { engine, pairs, seconds: (performance.now() - started) / 1000, processor: (used.user + used.system) / 1e6 }
}

/** What kehu normalised, as columns: names by sound and letters, numbers as lists, dates as digits, addresses by element. */
function writeTables({ job: { prepared: p, blocks } }: BegunMatch, folder: string): void {
  const lines: string[] = []
  const list = ({ at, ids }: { at: Uint32Array; ids: Int32Array }, r: number): string =>
    `[${[...ids.subarray(at[r]!, at[r + 1]!)].join(';')}]`
  for (let r = 0; r < p.records; r++) {
    const i = p.persons.at[r] === p.persons.at[r + 1] ? -1 : p.persons.at[r]!
    const s = i < 0 ? -1 : p.persons.surnames[i]!
    const g = i < 0 ? -1 : p.persons.givens[i]!
    const o = p.orgs.at[r] === p.orgs.at[r + 1] ? -1 : p.orgs.ids[p.orgs.at[r]!]!
    const a = p.addresses.ids[r]!
    const org = (column: Int32Array): number => (o < 0 ? -1 : column[o]!)
    const place = (column: Int32Array): number => (a < 0 ? -1 : column[a]!)
    const sound = (id: number): string => (id < 0 ? '' : textOf(p.persons.sounds, p.persons.sound[id]!))
    lines.push(
      [
        r,
        p.stratum[r]! & 3,
        s,
        g,
        sound(s),
        sound(g),
        org(p.orgs.full),
        org(p.orgs.core),
        o < 0 ? '' : textOf(p.orgs.pool, p.orgs.coreSound[o]!),
        org(p.orgs.branch),
        list(p.phones, r),
        list(p.lines, r),
        list(p.emails, r),
        list(p.handles, r),
        list(p.ids, r),
        p.days[r] === 0 ? '' : String(p.days[r]),
        place(p.addresses.division),
        place(p.addresses.road),
        place(p.addresses.site),
        place(p.addresses.room),
        p.genders.ids[r]!,
      ]
        .map((cell) => String(cell).replace(/[",\n]/g, ' '))
        .join(','),
    )
  }
  writeFileSync(join(folder, 'records.csv'), lines.join('\n'))
  const members: string[] = []
  for (let b = 0; b < blocks!.rule.length; b++)
    for (let k = blocks!.start[b]!; k < blocks!.start[b + 1]!; k++)
      members.push(`${b},${blocks!.rule[b]},${blocks!.members[k]}`)
  writeFileSync(join(folder, 'members.csv'), members.join('\n'))
}

const lists = ['phones', 'lines', 'emails', 'handles', 'ids']
const names =
  'id stratum surname given ssound gsound ofull ocore osound branch phones lines emails handles ids day division road site room gender'.split(
    ' ',
  )
const texts = new Set(['ssound', 'gsound', 'osound', 'day', ...lists])

const loadSql = (folder: string): string => `
  create table raw as select * from read_csv('${join(folder, 'records.csv')}', header = false, columns = {${names
    .map((name) => `'${name}': '${texts.has(name) ? 'varchar' : 'integer'}'`)
    .join(', ')}});
  create table r as select * replace (${lists
    .map((name) => `cast(string_split(nullif(trim(${name}, '[]'), ''), ';') as integer[]) as ${name}`)
    .join(', ')}) from raw;
  create table member as select * from read_csv('${join(folder, 'members.csv')}', header = false,
    columns = {'block': 'integer', 'rule': 'integer', 'id': 'integer'});`

/** Equal, one slip, few slips or else, as kehu tells them apart by edit distance. */
const graded = (a: string, b: string): string =>
  `case when ${a} is null or ${b} is null then 0 when ${a} = ${b} then 4
    when damerau_levenshtein(${a}, ${b}) = 1 then 3 when damerau_levenshtein(${a}, ${b}) * 4 <= greatest(length(${a}), length(${b})) then 2 else 1 end`
const shared = (name: string): string =>
  `case when a.${name} is null or b.${name} is null then 0 when list_has_any(a.${name}, b.${name}) then 2 else 1 end`
const equal = (name: string, none = '-1'): string =>
  `case when a.${name} = ${none} or b.${name} = ${none} then 0 when a.${name} = b.${name} then 2 else 1 end`

/** The same pairs once each, their levels, and integer weights summed: what a careful hand would write. */
const scoreSql = `
  with pair as (
    select x.id as a, y.id as b, min(x.rule) as rule from member x join member y on x.block = y.block and x.id < y.id group by all
  ), graded as (
    select p.a, p.b,
      case when a.surname = -1 or b.surname = -1 then 0 when a.surname = b.surname then 5 when a.ssound = b.ssound then 4 else ${graded('a.ssound', 'b.ssound')} end as surname,
      case when a.given = -1 or b.given = -1 then 0 when a.given = b.given then 5 when a.gsound = b.gsound then 4 else ${graded('a.gsound', 'b.gsound')} end as given,
      case when a.ofull = -1 or b.ofull = -1 then 0 when a.ofull = b.ofull then 6 when a.ocore = b.ocore and a.branch = b.branch then 5 else ${graded('a.osound', 'b.osound')} end as org,
      ${lists.map((name) => `${shared(name)} as ${name}`).join(', ')},
      ${graded('a.day', 'b.day')} as day,
      ${equal('division')} as division, ${equal('road')} as road, ${equal('site')} as site, ${equal('room', '0')} as room, ${equal('gender')} as gender
    from pair p join r a on a.id = p.a join r b on b.id = p.b
    where a.stratum = b.stratum or a.stratum = 2 or b.stratum = 2
  ), scored as (
    select a, b, -1100
      + [0, -260, -100, 300, 450, 560][surname + 1] + [0, -500, 100, 400, 600, 850][given + 1] + [0, -500, 100, 400, 800, 1200, 1700][org + 1]
      + [0, -250, 1250][phones + 1] + [0, -250, 860][lines + 1] + [0, -240, 950][emails + 1] + [0, -240, 1000][handles + 1] + [0, -800, 1500][ids + 1]
      + [0, -320, 100, 850, 1300][day + 1] + [0, -100, 200][division + 1] + [0, -100, 300][road + 1] + [0, -100, 400][site + 1]
      + [0, -100, 400][room + 1] + [0, -250, 100][gender + 1] as weight from graded
  )
  select count(*), count(*) filter (weight >= -317), sum(weight) from scored`
