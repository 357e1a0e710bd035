import type { FactQuery, Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { Tally, TierMove, WeeklyFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import type { Scope } from './scope.ts'

/** The scheme whose levels are told, and which of two levels is the better one. */
export interface TierWay {
  /** Null where no scheme ever ran. */
  readonly scheme: string | null
  /** 0 is best; no level comes after all. */
  readonly rank: (level: string | null) => number
  readonly levels: readonly string[]
}

export interface MoveCount {
  readonly on: string
  readonly from: string | null
  readonly to: string | null
  /** A first level is neither up nor down. */
  readonly direction: 'up' | 'down' | 'first'
  readonly count: number
}

/** What the parts of one report share. */
export interface Asked {
  readonly query: FactQuery
  readonly period: Span
  readonly way: TierWay
  readonly scope: Scope
}

const MOVES_SHOWN = 50

/** The scheme told, else that of the newest run; levels it doesn't name come after, in the order of their letters. */
export function tierWay(book: Book, scheme: string | null, levels: readonly string[]): TierWay {
  const last = book.sqlite.prepare('select scheme from tier_run order by id desc limit 1').pluck().get() as
    | string
    | undefined
  const known = new Map(levels.map((level, at) => [level, at]))
  const held = book.sqlite.prepare('select distinct tier from customer where tier is not null order by tier').pluck()
  const used = levels.length > 0 ? [] : (held.all() as string[])
  for (const level of used) known.set(level, known.size)
  const rank = (level: string | null): number =>
    level === null ? 1e6 : (known.get(level) ?? 1000 + (level.codePointAt(0) ?? 0))
  return { scheme: scheme ?? last ?? null, rank, levels: [...known.keys()] }
}

/** Moves of a stretch of time, counted by day, from and to. */
export function readMoves(book: Book, { from, to }: Span, way: TierWay, scope: Scope): MoveCount[] {
  if (way.scheme === null) return []
  const rows = book.sqlite
    .prepare(
      `select m.on_day, m.from_level, m.to_level, count(*) from tier_move m
       where m.scheme = ? and m.on_day >= ? and m.on_day < ?${scope('m.party_id')} group by 1, 2, 3`,
    )
    .raw()
    .all(way.scheme, from, to) as [string, string | null, string | null, number][]
  return rows.flatMap(([on, was, is, count]) =>
    was === is
      ? []
      : [
          {
            on,
            from: was,
            to: is,
            direction: was === null ? 'first' : way.rank(is) < way.rank(was) ? 'up' : 'down',
            count,
          },
        ],
  )
}

/** All moves of a period by from and to, best levels first; and the most telling ones by name. */
export function readTierMoves(
  book: Book,
  { period: span, way, scope }: Asked,
): Pick<WeeklyFacts, 'tierMoveCounts' | 'tierMoves'> {
  const counts = new Map<string, { from: string | null; to: string | null; count: number }>()
  for (const { from, to, count } of readMoves(book, span, way, scope)) {
    const key = JSON.stringify([from, to])
    const known = counts.get(key) ?? { from, to, count: 0 }
    known.count += count
    counts.set(key, known)
  }
  const tierMoveCounts = [...counts.values()].sort(
    (a, b) => way.rank(a.from) - way.rank(b.from) || way.rank(a.to) - way.rank(b.to),
  )
  return { tierMoveCounts, tierMoves: namedMoves(book, span, way, scope) }
}

function namedMoves(book: Book, { from, to }: Span, way: TierWay, scope: Scope): TierMove[] {
  if (way.scheme === null) return []
  // The best level touched decides; SQLite sorts by a list of levels, so that only the lines shown leave it.
  const order = (column: string) =>
    `case ${column} ${way.levels.map((level, at) => `when '${level.replaceAll("'", "''")}' then ${at}`).join(' ')} else 1000 end`
  const best = way.levels.length === 0 ? 'm.to_level' : `min(${order('m.from_level')}, ${order('m.to_level')})`
  const rows = book.sqlite
    .prepare(
      `select coalesce(p.merged_into, p.id), coalesce(s.name, p.name), m.from_level, m.to_level, m.clause, m.on_day
       from tier_move m join party p on p.id = m.party_id left join party s on s.id = p.merged_into
       where m.scheme = ? and m.on_day >= ? and m.on_day < ? and m.from_level is not null and m.from_level is not m.to_level${scope('m.party_id')}
       order by ${best}, m.on_day desc, m.party_id, m.id limit ${MOVES_SHOWN}`,
    )
    .raw()
    .all(way.scheme, from, to) as [number, string, string, string | null, string | null, string][]
  return rows.map(([id, name, was, is, clause, on]) => ({ code: codeOf(id), name, from: was, to: is, clause, on }))
}

/** Live customers by level now, best first, none last. */
export function readTiers(book: Book, way: TierWay, scope: Scope, notLive: string): Tally[] {
  const rows = book.sqlite
    .prepare(
      `select k.tier, count(*) from customer k where k.party_id not in ${notLive}${scope('k.party_id')} group by k.tier order by k.tier nulls last`,
    )
    .raw()
    .all() as [string | null, number][]
  return rows.map(([key, count]) => ({ key, count })).sort((a, b) => way.rank(a.key) - way.rank(b.key))
}
