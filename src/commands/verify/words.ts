import { maskCell, type Personal } from '../../domain/masking.ts'
import type { CheckRule, Finding } from '../../model/checks.ts'
import { type FindingWords, findingSentence } from '../../render/finding.ts'
import type { StoredFinding } from '../../store/findings.ts'
import type { Context } from '../context.ts'
import { fieldLabel, shownText } from '../show/field-words.ts'

const PERSONAL: Readonly<Record<string, Personal>> = {
  phone: 'phone',
  mobile: 'phone',
  email: 'email',
  address: 'address',
  id_number: 'id',
}

/** How findings are put into words for this reader: personal data is hidden unless `--show-pii`. */
export function wordsFor(ctx: Context): FindingWords {
  return {
    lang: ctx.lang,
    label: (field) => fieldLabel(ctx, field),
    show: (field, value) => shownValue(ctx, field, value),
    tell: (code, params) => ctx.tell({ code, ...(params === undefined ? {} : { params }) }),
  }
}

/** A value of a field for this reader. */
export function shownValue(ctx: Context, field: string, value: string): string {
  const personal = ctx.showPersonal ? undefined : PERSONAL[field]
  return personal === undefined ? shownText(ctx, field, value) : maskCell(value, personal)
}

/** A stored finding in words. */
export const sentenceOf = (stored: StoredFinding, rule: CheckRule, words: FindingWords): string =>
  findingSentence({ ...stored, params: JSON.parse(stored.params) as Finding['params'] }, rule, words)
