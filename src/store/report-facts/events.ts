import type { FactQuery, Span } from '../../model/fact-query.ts'
import { codeOf } from '../../model/party-code.ts'
import type { EventLine, Listed, VisitFacts } from '../../model/report-facts.ts'
import type { Book } from '../book.ts'
import { isVisit, sourceOf } from '../counting.ts'
import { openScope, type Scope } from './scope.ts'
import { contactsOf } from './weekly.ts'

/** A kind of event: the table with its alias, the party, the day, and what it says (kind, staff, content, amount). */
interface EventSource {
  readonly from: string
  readonly party: string
  readonly day: string
  /** The day is that of an instant, in the book's time zone. */
  readonly isInstant?: boolean
  readonly says: string
  readonly when: string
}

/** Every kind of event. */
const SOURCES: readonly EventSource[] = [
  {
    from: 'customer k',
    party: 'k.party_id',
    day: 'k.opened_on',
    says: `'opened', k.owner, ${sourceOf('k')}, null`,
    when: '1',
  },
  {
    from: 'interaction i',
    party: 'i.party_id',
    day: 'i.on_day',
    says: 'i.kind, i.staff, coalesce(i.content, i.purpose), null',
    when: '1',
  },
  {
    from: 'deal d',
    party: 'd.party_id',
    day: 'd.on_day',
    says: `'deal', d.staff, coalesce(d.product, d.product_kind, d.remark), case when d.kind = 'refund' then -abs(d.amount) else d.amount end`,
    when: 'd.duplicate_of is null',
  },
  {
    from: 'tier_move t',
    party: 't.party_id',
    day: 't.on_day',
    says: `'tier', null, coalesce(t.from_level, '—') || ' → ' || coalesce(t.to_level, '—'), null`,
    when: '1',
  },
  {
    from: 'feedback f',
    party: 'f.party_id',
    day: 'f.on_day',
    says: `f.kind, f.staff, f.content || coalesce(' → ' || f.answer, ''), null`,
    when: 'f.party_id is not null',
  },
  {
    from: 'demand n',
    party: 'n.party_id',
    day: 'n.on_day',
    says: `'demand', n.owner, n.content, null`,
    when: 'n.party_id is not null',
  },
  {
    from: 'merge g join operation o on o.id = g.operation_id',
    party: 'g.absorbed',
    day: 'o.started_at',
    isInstant: true,
    says: `'merged', o.staff, (select a.name from party a where a.id = g.absorbed), null`,
    when: `o.state = 'done'`,
  },
]

/** L6: what happened with whom, customer by customer and in time order; without a day at the end of each. */
export function readChronicle(book: Book, query: FactQuery): Listed<EventLine> {
  const scope = openScope(book, query)
  const where = (source: EventSource): string => `${source.when} and ${within(query, source)}${scope(source.party)}`
  const count = (source: EventSource): number =>
    Number(
      book.sqlite
        .prepare(`select count(*) from ${source.from} where ${where(source)}`)
        .pluck()
        .get(),
    )
  const roots = book.sqlite
    .prepare(
      `select distinct coalesce(p.merged_into, p.id) as root from (
         ${SOURCES.map((source) => `select ${source.party} as party from ${source.from} where ${where(source)}`).join(' union ')})
       join party p on p.id = party and p.status in ('active', 'merged') order by root limit ?`,
    )
    .pluck()
    .all(query.limit) as number[]
  const eventsOf = eventReader(book, query, where)
  const rows: EventLine[] = []
  for (const root of roots) {
    if (rows.length >= query.limit) break
    rows.push(...eventsOf(root))
  }
  return { total: SOURCES.reduce((sum, source) => sum + count(source), 0), rows: rows.slice(0, query.limit) }
}

function within({ period }: FactQuery, { day, isInstant }: EventSource): string {
  if (period === null) return '1'
  const [from, to] = isInstant === true ? [period.fromAt, period.toAt] : [period.from, period.to]
  return `${day} >= '${from}' and ${day} < '${to}'`
}

type EventRow = [string | null, string, string | null, string | null, number | null]

/** What happened with one customer and those merged into it, in time order. */
function eventReader(
  book: Book,
  { dayOf }: FactQuery,
  where: (source: EventSource) => string,
): (root: number) => EventLine[] {
  const ofOne = SOURCES.map((source) => ({
    isInstant: source.isInstant === true,
    statement: book.sqlite
      .prepare(
        `select ${source.day}, ${source.says} from ${source.from}
         where ${source.party} in (select m.id from party m where m.id = @root or m.merged_into = @root) and ${where(source)}`,
      )
      .raw(),
  }))
  const nameOf = book.sqlite.prepare('select name from party where id = ?').pluck()
  return (root) => {
    const name = String(nameOf.get(root))
    const events = ofOne.flatMap(({ isInstant, statement }) =>
      (statement.all({ root }) as EventRow[]).map(([on, kind, staff, content, amount]) => ({
        ...{ on: isInstant && on !== null ? dayOf(on) : on, code: codeOf(root), name },
        ...{ kind, staff, content, amount },
      })),
    )
    return events.sort((a, b) => compare(a.on ?? '9', b.on ?? '9'))
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** L7: who called and came, to whom, on which day and from where. Needs `period`. */
export function readVisits(book: Book, query: FactQuery): VisitFacts {
  const { period, before, limit } = query
  if (period === null) throw new RangeError('visits need a period')
  const scope = openScope(book, query)
  const counts = contactsOf(book, period, scope, isVisit('i'))
  const rows = book.sqlite
    .prepare(
      `select i.on_day, coalesce(p.merged_into, p.id), coalesce(s.name, p.name), i.kind, i.staff, coalesce(i.content, i.purpose)
       from interaction i join party p on p.id = i.party_id left join party s on s.id = p.merged_into
       where i.on_day >= ? and i.on_day < ? and ${isVisit('i')}${scope('i.party_id')} order by i.on_day, i.id limit ?`,
    )
    .raw()
    .all(period.from, period.to, limit) as [string, number, string, string, string | null, string | null][]
  return {
    byStaffAndKind: counts.contactsByKindAndStaff,
    byDay: counts.contactsByDay,
    bySource: sourcesOfVisitors(book, period, scope),
    firstTimers: countFirstTimers(book, period, scope),
    before:
      before === null
        ? { visits: 0, firstTimers: 0 }
        : { visits: countVisits(book, before, scope), firstTimers: countFirstTimers(book, before, scope) },
    lines: {
      total: countVisits(book, period, scope),
      rows: rows.map(([on, id, name, kind, staff, content]) => ({
        on,
        code: codeOf(id),
        name,
        kind,
        staff,
        content,
        amount: null,
      })),
    },
  }
}

const countVisits = (book: Book, { from, to }: Span, scope: Scope): number =>
  Number(
    book.sqlite
      .prepare(
        `select count(*) from interaction i where i.on_day >= ? and i.on_day < ? and ${isVisit('i')}${scope('i.party_id')}`,
      )
      .pluck()
      .get(from, to),
  )

/** Visitors of a span who had never called or come before it, merged ones as one. */
const countFirstTimers = (book: Book, { from, to }: Span, scope: Scope): number =>
  Number(
    book.sqlite
      .prepare(
        `select count(*) from (
           select distinct coalesce(p.merged_into, p.id) as root from interaction i join party p on p.id = i.party_id
           where i.on_day >= ? and i.on_day < ? and ${isVisit('i')}${scope('i.party_id')})
         where not exists (
           select 1 from interaction e where e.party_id in (select m.id from party m where m.id = root or m.merged_into = root)
             and e.on_day < ? and ${isVisit('e')})`,
      )
      .pluck()
      .get(from, to, from),
  )

const sourcesOfVisitors = (book: Book, { from, to }: Span, scope: Scope): VisitFacts['bySource'] =>
  book.sqlite
    .prepare(
      `select ${sourceOf('k')} as key, count(*) as count from interaction i join party p on p.id = i.party_id
       left join customer k on k.party_id = coalesce(p.merged_into, p.id)
       where i.on_day >= ? and i.on_day < ? and ${isVisit('i')}${scope('i.party_id')} group by 1 order by key is null, count desc, key`,
    )
    .all(from, to) as VisitFacts['bySource'][number][]
