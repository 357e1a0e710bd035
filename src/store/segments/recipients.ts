import type { Book } from '../book.ts'
import { withdrawnFrom } from '../privacy/consents.ts'

/** Ways of reaching customers, each with the kinds of contact that serve it. */
export const reaches = {
  mobile: ['mobile'],
  phone: ['mobile', 'landline', 'intl'],
  email: ['email'],
  wechat: ['wechat'],
} as const
export type Reach = keyof typeof reaches

export interface Recipient {
  readonly partyId: number
  readonly name: string
  /** Number or address to use: the preferred one, else the first. */
  readonly contact: string
}

export interface Recipients {
  readonly list: readonly Recipient[]
  /** Left out: every contact of that kind is marked "do not use", the customer said no to being contacted, or there is none. */
  readonly doNotUse: number
  readonly refused: number
  readonly none: number
  /** Reached already through somebody else's same number or address. */
  readonly shared: number
}

const NO = ['no', 'n', 'false', '0', '否', '不同意', '拒绝', '不接受', 'refused', 'none']

/** Who of some customers may be reached in a way, and how; each number or address once, however many customers share it. */
export function recipientsOf(book: Book, ids: readonly number[], reach: Reach, purpose = 'marketing'): Recipients {
  const types = reaches[reach].map((type) => `'${type}'`).join(', ')
  const contacts = book.sqlite
    .prepare(
      `select c.canonical, coalesce(c.do_not_use, 0) from contact_point c
       where c.party_id in (select id from party where id = @id or merged_into = @id) and c.type in (${types}) and c.canonical is not null
       order by coalesce(c.preferred, 0) desc, c.id`,
    )
    .raw()
  const consent = book.sqlite
    .prepare(
      `select lower(trim(value)) from fact where party_id in (select id from party where id = @id or merged_into = @id)
       and field = 'consent' order by as_of desc nulls last, id desc limit 1`,
    )
    .pluck()
  const name = book.sqlite.prepare('select name from party where id = ?').pluck()
  const list: Recipient[] = []
  const used = new Set<string>()
  // One who said "not this number" says so for everybody who shares it.
  const barred = new Set(
    book.sqlite
      .prepare(
        `select canonical from contact_point where do_not_use = 1 and canonical is not null and type in (${types})`,
      )
      .pluck()
      .all() as string[],
  )
  // Who took the consent to be written to back, or said no from the start, is on no list.
  const withdrawn = withdrawnFrom(book, purpose)
  const left = { doNotUse: 0, refused: 0, none: 0, shared: 0 }
  for (const id of ids) {
    const known = (contacts.all({ id }) as [string, number][]).map(([canonical]) => canonical)
    const free = known.filter((canonical) => !barred.has(canonical))
    if (withdrawn.has(id) || NO.includes(String(consent.get({ id }) ?? ''))) left.refused++
    else if (known.length === 0) left.none++
    else if (free.length === 0) left.doNotUse++
    else if (used.has(free[0]!)) left.shared++
    else {
      used.add(free[0]!)
      list.push({ partyId: id, name: String(name.get(id)), contact: free[0]! })
    }
  }
  return { list, ...left }
}
