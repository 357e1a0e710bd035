import { resolve } from 'node:path'
import { blankForm } from '../../domain/forms/blank-form.ts'
import { writeTextFile } from '../../files/write-file.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef } from '../../model/forms.ts'
import { renderBlankText } from '../../render/blank-form.ts'
import { renderBlankHtml } from '../../render/blank-form-html.ts'
import { isHandedOut, lastSheet, listBlankForms } from '../../store/blank-forms.ts'
import type { Context } from '../context.ts'
import { note, showListing } from '../output.ts'
import { todayOf, write } from '../write.ts'

export interface BlankOptions {
  readonly short: boolean
  /** File ending in .html or .txt; standard output without one. */
  readonly out: string | undefined
  /** First number of the sheets; without one the number is left open. */
  readonly from: string | undefined
  readonly copies: string
  /** Who takes the sheets: they are then numbered and written down. */
  readonly takenBy: string | undefined
}

/** Prints a form to be filled by hand: text, or a page for A4, one numbered sheet each. */
export async function printBlank(ctx: Context, def: FormDef, options: BlankOptions): Promise<void> {
  const { lang } = ctx
  const form = blankForm(def, options.short ? 'short' : 'full', lang)
  const say = (code: string): string => ctx.tell({ code })
  const words = {
    number: say('form-blank-number'),
    staff: say('form-blank-staff'),
    date: say('form-blank-date'),
    note: say('form-blank-note'),
    more: say('form-blank-more'),
  }
  const numbers = options.takenBy === undefined ? sheetNumbers(def, options) : await handOut(ctx, def, options)
  const isHtml = options.out !== undefined && /\.html?$/i.test(options.out)
  const text = isHtml
    ? renderBlankHtml(form, words, numbers, lang)
    : numbers.map((number) => renderBlankText(form, words, number)).join('\f')
  if (options.out === undefined || options.out === '-') ctx.io.out(text)
  else {
    await writeTextFile(resolve(ctx.cwd, options.out), text)
    note(ctx, ctx.tell({ code: 'form-blank-written', params: { path: options.out, count: numbers.length } }))
  }
  ctx.finish('done')
}

function sheetNumbers(def: FormDef, { from, copies }: BlankOptions): readonly string[] {
  const count = wholeNumber('--copies', copies, 1000)
  if (from === undefined) return Array.from({ length: count }, () => '')
  const first = wholeNumber('--from', from, 999_999)
  return Array.from({ length: count }, (_, index) => `${def.number}-${String(first + index).padStart(6, '0')}`)
}

function wholeNumber(flag: string, text: string, most: number): number {
  const value = Number(text)
  if (Number.isInteger(value) && value >= 1 && value <= most) return value
  throw new KehuError('usage', 'flag-bad-value', { flag, value: text, expected: `1–${most}` })
}

/** Writes sheets down as taken, numbered on from the last one of the form. */
async function handOut(ctx: Context, def: FormDef, options: BlankOptions): Promise<readonly string[]> {
  const book = await ctx.openBook()
  const from = options.from ?? String(lastSheet(book, def.number) + 1)
  const numbers = sheetNumbers(def, { ...options, from })
  const taken = numbers.find((number) => isHandedOut(book, number))
  if (taken !== undefined) throw new KehuError('input', 'sheet-taken', { number: taken })
  const on_day = todayOf(ctx, book)
  write(ctx, book, { kind: 'intake' }, (operation) => {
    for (const number of numbers)
      operation.insert('blank_form', { form: def.key, number, taken_by: options.takenBy!, on_day })
    return { result: null, summary: { form: def.key, sheets: numbers.length } }
  })
  return numbers
}

/** The register of printed sheets: who took each, and whether it came back filled. */
export async function listSheets(ctx: Context): Promise<void> {
  const rows = listBlankForms(await ctx.openBook())
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'sheets',
      title: say('intake-sheets'),
      columns: [
        { key: 'number', title: say('form-blank-number'), type: 'date' },
        { key: 'form', title: ctx.say('intake-form'), type: 'text' },
        { key: 'takenBy', title: say('column-taken-by'), type: 'text' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'returnedOn', title: say('column-sheet-back'), type: 'date' },
      ],
      rows: rows.map(({ number, form, takenBy, on, returnedOn }) => [number, form, takenBy, on, returnedOn]),
      empty: say('sheets-none'),
    },
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}
