import { formOfAddress, type GuestFacts, MOST_LINES, shownAs } from '../../domain/cards/card-lines.ts'
import { nextOccasion } from '../../domain/occasions/coming.ts'
import { preferenceAreas } from '../../model/desk.ts'
import { codeOf } from '../../model/party-code.ts'
import type { NameCard } from '../../render/name-card.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { readDeskFile } from '../../store/desk-file.ts'
import type { Row } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import { dayText } from '../show/desk-sections.ts'
import { fieldLabel, shownText } from '../show/field-words.ts'
import { newestFacts } from '../show/row-values.ts'
import { labelIn } from '../word-of.ts'

/** Facts a waiter needs, in the order they are needed. */
const NEEDED = [
  'dining_preference',
  'usual_host',
  'favourite_room',
  'role',
  'signs_on_account',
  'dining_grade',
  'hobby',
]
/** A birthday this near stands on the card. */
const BIRTHDAY_DAYS = 7

const guestOf = (party: Row): GuestFacts => party as unknown as GuestFacts

/** How a customer stands in the register: 西溪食品 张总. */
export const guestShownAs = (book: Book, partyId: number): string =>
  shownAs(guestOf(readCustomerFile(book, partyId, 0).party))

/** The card of a customer as the book knows them today. */
export function cardOf(ctx: Context, book: Book, partyId: number, today: string): NameCard {
  const file = readCustomerFile(book, partyId, 0)
  const desk = readDeskFile(book, partyId)
  const facts = newestFacts(file.facts)
  const disliked = desk.preferences.filter((row) => row['likes'] === 0)
  const liked = desk.preferences.filter((row) => row['likes'] !== 0)
  const coming = typeof file.party['birth'] === 'string' ? nextOccasion(file.party['birth'], today) : null
  const open = desk.feedback.find((row) => row['kind'] === 'complaint')
  const lines = [
    ...disliked.map((row) => ({ label: ctx.tell({ code: 'card-dislikes' }), value: String(row['value']) })),
    ...(open === undefined ? [] : [{ label: ctx.tell({ code: 'card-complained' }), value: String(open['content']) }]),
    ...liked.map((row) => ({ label: labelIn(ctx, preferenceAreas, row['area']), value: String(row['value']) })),
    ...(coming !== null && coming.inDays <= BIRTHDAY_DAYS
      ? [
          {
            label: ctx.tell({ code: 'occasion-birthday' }),
            value: `${dayText(ctx, String(file.party['birth']))}  ${coming.on}`,
          },
        ]
      : []),
    ...NEEDED.flatMap((field) => {
      const row = facts.find((one) => one['field'] === field)
      return row === undefined
        ? []
        : [{ label: fieldLabel(ctx, field), value: shownText(ctx, field, String(row['value'])) }]
    }),
  ]
  const level = file.customer?.['tier']
  return {
    code: codeOf(partyId),
    employer: file.party['kind'] === 'org' ? '' : String(file.party['employer'] ?? ''),
    address: formOfAddress(guestOf(file.party)),
    tier: typeof level === 'string' ? ctx.say('show-tier', { level }) : '',
    lines: lines.slice(0, MOST_LINES),
  }
}
