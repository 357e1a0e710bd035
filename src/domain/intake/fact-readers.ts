import type { Parsed } from '../../model/parsed.ts'
import type { Cell } from '../../model/sheet.ts'
import { fieldByKey } from '../dictionary/fields.ts'
import { parseDate } from '../normalize/date.ts'
import { formatFen } from '../normalize/money.ts'
import { parseMoneyRange } from '../normalize/money-range.ts'
import { parseNumberRange } from '../normalize/number-range.ts'
import { spanText } from '../normalize/span-text.ts'
import { type CellReader, type ColumnFacts, kept, plainNumber, readDay, readMoney } from './cell-values.ts'
import { readChoice, readChoices } from './choices.ts'
import { note, type RowDraft } from './row-draft.ts'

/** The canonical text of a fact's value; null where nothing can be read (a note says why). */
function factValue(draft: RowDraft, cell: Exclude<Cell, null>, facts: ColumnFacts, field: string): string | null {
  const raw = kept(cell)
  switch (fieldByKey(field)?.type) {
    case 'money':
      return readMoney(draft, cell, facts, field)?.text ?? null
    case 'money-range': {
      const read = parseMoneyRange(plainNumber(cell), facts.money)
      if (read.ok && read.value.approx) note(draft, { code: 'amount-approx' }, facts.column, field)
      return said(
        draft,
        read,
        facts,
        field,
        raw,
        (range) => spanText(range, formatFen) + (range.currency === 'CNY' ? '' : ` ${range.currency}`),
      )
    }
    case 'number-range':
      return said(draft, parseNumberRange(plainNumber(cell)), facts, field, raw, (range) => spanText(range, String))
    case 'integer':
    case 'number':
      return said(draft, parseNumberRange(plainNumber(cell)), facts, field, raw, (range) => spanText(range, String))
    case 'date': {
      const { iso, partial } = readDay(draft, cell, facts, field)
      return iso ?? partial ?? null
    }
    case 'partial-date':
      return said(draft, parseDate(cell), facts, field, raw, (date) => date.partial)
    case 'choice':
    case 'yes-no':
      return readChoice(field, raw) ?? raw
    case 'choices':
      return readChoices(field, raw)
    default:
      return raw
  }
}

/** The text of what was read; where it can't be, what stands there is kept, with the reason. */
function said<T>(
  draft: RowDraft,
  read: Parsed<T>,
  facts: ColumnFacts,
  field: string,
  raw: string,
  text: (value: T) => string,
): string | null {
  if (!read.ok) {
    if (read.reason.code.endsWith('-missing')) return null
    note(draft, read.reason, facts.column, field, raw)
    return raw
  }
  for (const reason of read.notes ?? []) if (reason.code !== 'amount-approx') note(draft, reason, facts.column, field)
  return text(read.value)
}

/** A value that has no column of its own. */
export const factReader =
  (field: string, facts: ColumnFacts): CellReader =>
  (draft, cell) => {
    const value = factValue(draft, cell, facts, field)
    if (value === null || value === '') return
    const raw = kept(cell)
    draft.facts.push(raw === value ? { field, value } : { field, value, raw })
  }

/** A fact of the row's deal or contact instead of its customer. */
export const sideFact =
  (
    field: string,
    facts: ColumnFacts,
    of: (draft: RowDraft) => { facts: { field: string; value: string; raw?: string }[] },
  ): CellReader =>
  (draft, cell) => {
    const value = factValue(draft, cell, facts, field)
    if (value === null || value === '') return
    const raw = kept(cell)
    of(draft).facts.push(raw === value ? { field, value } : { field, value, raw })
  }
