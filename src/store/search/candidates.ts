import type { Book } from '../book.ts'
import type { FindQuery, FoundBy } from '../find.ts'
import { cached } from '../journal.ts'
import { openSearch } from './blocks.ts'
import type { SearchKind } from './lines.ts'
import { type Hit, hitsIn } from './scan.ts'

/** Somebody whose lines hold the words, and how good a find that is: smaller is better. */
export interface Candidate {
  readonly id: number
  readonly by: FoundBy
  readonly rank: number
}

/** So many of one rank are kept: more than any list shows, enough to put customers first. */
const MOST = 400

type Judge = (hit: Hit) => readonly [rank: number, by: FoundBy] | null
interface Look {
  readonly kind: SearchKind
  readonly words: string
  readonly judge: Judge
}

const judgeName: Judge = ({ column, place }) => {
  if (column === 1) return place === 'whole' || place === 'start' ? [14, 'name-part'] : [21, 'name-part']
  return place === 'whole' ? [10, 'short-name'] : [place === 'start' ? 16 : 22, 'short-name']
}
const judgeReading: Judge = ({ column, place }) => {
  const isPinyin = column === 1
  if (place === 'whole') return isPinyin ? [11, 'pinyin'] : [12, 'initials']
  if (place === 'start') return isPinyin ? [20, 'pinyin'] : [23, 'initials']
  return isPinyin ? [26, 'pinyin'] : null
}
const judgeAlias: Judge = ({ place }) => [place === 'whole' || place === 'start' ? 15 : 22, 'alias']
const judgePhone: Judge = ({ place }) =>
  place === 'end' || place === 'whole' ? [13, 'phone-tail'] : [place === 'start' ? 24 : 25, 'phone-part']
const judgeMark: Judge = ({ column, place }) =>
  column === 1 ? null : [place === 'end' || place === 'whole' ? 17 : 27, 'mark']

/** Where the words are to be looked for. So few letters or digits are in everybody: they must begin or end something. */
function looksOf({ key, letters, digits, phone, mark }: FindQuery): Look[] {
  const looks: Look[] = []
  // A whole mobile number that nobody has is no part of another one, and no name.
  const isPart = digits !== null && !(phone !== null && digits.length >= 11)
  if (isPart && digits.length >= 3) {
    const judge: Judge = digits.length > 3 ? judgePhone : (hit) => (hit.place === 'end' ? [13, 'phone-tail'] : null)
    looks.push({ kind: 'phone', words: digits, judge })
  }
  if (letters !== null && letters !== '')
    looks.push({
      kind: 'reading',
      words: letters.length < 3 ? `\t${letters}` : letters,
      judge: letters.length < 3 ? atStart(judgeReading) : judgeReading,
    })
  if (key !== '' && (digits === null || (isPart && digits.length < 4))) {
    looks.push({ kind: 'name', words: key, judge: judgeName })
    looks.push({ kind: 'alias', words: key, judge: judgeAlias })
  }
  if (mark !== null && (digits === null || isPart)) looks.push({ kind: 'mark', words: mark, judge: judgeMark })
  return looks
}

/** The words were looked for with the tab before them, which stands one column earlier. */
const atStart =
  (judge: Judge): Judge =>
  ({ id, column, place }) =>
    judge({ id, column: column + 1, place: place === 'end' || place === 'whole' ? 'whole' : 'start' })

/** Who may be meant, best first; each is to be looked up before it is shown, because blocks know nothing of what was taken away. */
export function candidates(book: Book, query: FindQuery): Candidate[] {
  const looks = looksOf(query)
  if (looks.length === 0) return []
  const textsOf = openSearch(book, query.setting)
  const best = new Map<number, Candidate>()
  const counts = new Map<number, number>()
  for (const { kind, words, judge } of looks) {
    for (const hit of hitsIn(textsOf(kind), words)) {
      const judged = judge(hit)
      if (judged === null) continue
      const [rank, by] = judged
      const known = best.get(hit.id)
      if (known !== undefined && known.rank <= rank) continue
      const count = counts.get(rank) ?? 0
      if (count >= MOST) continue
      counts.set(rank, count + 1)
      best.set(hit.id, { id: hit.id, rank, by })
    }
  }
  return [...best.values()].sort((a, b) => a.rank - b.rank || a.id - b.id)
}

const DIGITS = `replace(replace(canonical, '-', ''), '+', '')`
const own = `select 1 from party where id = @id and`
const checks: Partial<Record<FoundBy, string>> = {
  'name-part': `${own} instr(name_key, @words) > 0`,
  'short-name': `${own} (instr(search_fold(coalesce(short_name, '')), @words) > 0 or instr(search_fold(coalesce(english_name, '')), @words) > 0)`,
  pinyin: `${own} instr(pinyin, @words) > 0`,
  initials: `${own} instr(initials, @words) = 1`,
  alias: `select 1 from alias where party_id = @id and instr(name_key, @words) > 0`,
  'phone-tail': `select 1 from contact_point where party_id = @id and ${DIGITS} like '%' || @words`,
  'phone-part': `select 1 from contact_point where party_id = @id and instr(${DIGITS}, @words) > 0`,
}

/** Looks a candidate up again; what it was really found by, or null where that is no longer so. */
export function confirmed(book: Book, { id, by }: Candidate, query: FindQuery): FoundBy | null {
  if (by === 'mark') return markOf(book, id, query)
  const { key, letters, digits } = query
  const words = by === 'pinyin' || by === 'initials' ? letters : by.startsWith('phone') ? digits : key
  return cached(book, checks[by]!).get({ id, words }) === undefined ? null : by
}

/** Which mark of somebody holds the words; digits alone mean no account and no address. */
function markOf(book: Book, id: number, { mark, digits, setting }: FindQuery): FoundBy | null {
  const fact = cached(
    book,
    `select field from fact where party_id = @id and field in (select value from json_each(@fields))
       and instr(search_mark(value), @mark) > 0 limit 1`,
  )
    .pluck()
    .get({ id, mark, fields: JSON.stringify(setting.markFields) }) as string | undefined
  if (fact !== undefined) return fact === 'car' ? 'plate' : 'mark'
  if (digits !== null) return null
  const type = cached(
    book,
    `select type from contact_point where party_id = @id and type not in ('mobile', 'landline', 'service', 'intl')
       and instr(search_mark(coalesce(canonical, raw)), @mark) > 0 limit 1`,
  )
    .pluck()
    .get({ id, mark }) as string | undefined
  if (type === undefined) return null
  return type === 'email' ? 'email' : type === 'wechat' ? 'wechat' : 'mark'
}
