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

const evidenceWord = (ctx: Context, key: string): string => {
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
  const row = (label: string, x: string | null, y: string | null): PairRow => ({
    label,
    a: x,
    b: y,
    sign: signOf(x, y),
  })
  const both = (label: string, read: (file: CustomerFile) => string | null): PairRow => row(label, read(a), read(b))
  const column =
    (key: string) =>
    (file: CustomerFile): string | null => {
      const value = file.party[key]
      return value === null || value === undefined ? null : shownText(ctx, key, String(value))
    }
  return [
    both(fieldLabel(ctx, 'name'), column('name')),
    both(ctx.say('show-aliases'), ({ aliases }) => list(aliases, 'name')),
    both(fieldLabel(ctx, 'phone'), ({ contacts }) =>
      list(
        contacts.filter((one) => PHONES.has(String(one['type']))),
        'canonical',
      ),
    ),
    both(fieldLabel(ctx, 'email'), ({ contacts }) =>
      list(
        contacts.filter((one) => one['type'] === 'email'),
        'canonical',
      ),
    ),
    both(fieldLabel(ctx, 'wechat'), ({ contacts }) =>
      list(
        contacts.filter((one) => one['type'] === 'wechat'),
        'canonical',
      ),
    ),
    ...COLUMNS.map((key) => both(fieldLabel(ctx, key), column(key))),
    both(fieldLabel(ctx, 'address'), ({ addresses }) => list(addresses, 'raw')),
    both(fieldLabel(ctx, 'remark'), column('remark')),
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
