import type { PairExplanation } from '../../model/matching.ts'
import { codeOf } from '../../model/party-code.ts'
import type { PairRow, PairSign, PairView } from '../../model/view.ts'
import type { Book } from '../../store/book.ts'
import { type CustomerFile, readCustomerFile } from '../../store/customer-file.ts'
import type { Row } from '../../store/journal.ts'
import { provenanceOf } from '../../store/provenance.ts'
import type { Context } from '../context.ts'
import { fieldLabel, shownText } from '../show/field-words.ts'

const COLUMNS = ['gender', 'birth', 'id_number', 'uscc', 'employer', 'title']
const PHONES = new Set(['mobile', 'landline', 'service', 'intl'])

/** Two customers side by side, with what speaks for and against; `explained` null shows no score (a blind review). */
export function pairView(
  ctx: Context,
  book: Book,
  pair: { readonly a: number; readonly b: number },
  explained: PairExplanation | null,
): PairView {
  const [a, b] = [readCustomerFile(book, pair.a, 0), readCustomerFile(book, pair.b, 0)]
  return {
    a: sideOf(book, a),
    b: sideOf(book, b),
    rows: rowsOf(ctx, a, b).filter((row) => row.a !== null || row.b !== null),
    evidence: (explained?.comparisons ?? [])
      .filter(({ level }) => level !== null)
      .map(({ key, level, weight, rarity }) => ({
        text: `${evidenceWord(ctx, key)}: ${ctx.tell({ code: `level-${level}` })}`,
        weight: weight + rarity,
      })),
    weight: explained?.weight ?? null,
    probability: explained?.probability ?? null,
  }
}

/** A comparison in words. */
export const evidenceWord = (ctx: Context, key: string): string => {
  const text = ctx.tell({ code: `comparison-${key}` })
  return text === `comparison-${key}` ? fieldLabel(ctx, key) : text
}

function sideOf(book: Book, { party }: CustomerFile): PairView['a'] {
  const sourceRow = party['source_row_id'] === null ? null : Number(party['source_row_id'])
  const found = provenanceOf(book, Number(party['operation_id']), sourceRow)
  const from = found?.file === undefined ? found?.staff : `${found.file.name} ${found.file.row}`
  return { code: codeOf(Number(party['id'])), ...(from === undefined ? {} : { from }) }
}

function rowsOf(ctx: Context, a: CustomerFile, b: CustomerFile): PairRow[] {
  return fields(ctx).map(({ label, read }) => {
    const [x, y] = [read(a), read(b)]
    return { label, a: x, b: y, sign: signOf(x, y) }
  })
}

/** What a review shows of one customer, always in the same order; null where nothing is known. */
export function recordFields(
  ctx: Context,
  book: Book,
  id: number,
): { readonly label: string; readonly value: string | null }[] {
  const file = readCustomerFile(book, id, 0)
  return fields(ctx).map(({ label, read }) => ({ label, value: read(file) }))
}

interface Field {
  readonly label: string
  readonly read: (file: CustomerFile) => string | null
}

function fields(ctx: Context): Field[] {
  const column = (key: string): Field => ({
    label: fieldLabel(ctx, key),
    read: ({ party }) => {
      const value = party[key]
      return value === null || value === undefined ? null : shownText(ctx, key, String(value))
    },
  })
  const contact = (key: string, holds: (type: string) => boolean): Field => ({
    label: fieldLabel(ctx, key),
    read: ({ contacts }) =>
      list(
        contacts.filter((one) => holds(String(one['type']))),
        'canonical',
      ),
  })
  return [
    column('name'),
    { label: ctx.say('show-aliases'), read: ({ aliases }) => list(aliases, 'name') },
    contact('phone', (type) => PHONES.has(type)),
    contact('email', (type) => type === 'email'),
    contact('wechat', (type) => type === 'wechat'),
    ...COLUMNS.map(column),
    { label: fieldLabel(ctx, 'address'), read: ({ addresses }) => list(addresses, 'raw') },
    column('remark'),
  ]
}

function list(rows: readonly Row[], column: string): string | null {
  const texts = rows.map((row) => row[column] ?? row['raw']).filter((value) => value !== null && value !== undefined)
  return texts.length === 0 ? null : [...new Set(texts.map(String))].slice(0, 3).join('、')
}

function signOf(a: string | null, b: string | null): PairSign {
  if (a === null || b === null) return 'one-sided'
  if (a === b) return 'same'
  const parts = new Set(a.split('、'))
  return b.split('、').some((part) => parts.has(part)) || a.includes(b) || b.includes(a) ? 'close' : 'different'
}
