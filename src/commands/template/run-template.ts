import { resolve } from 'node:path'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { OURS } from '../../domain/import/own-columns.ts'
import { sampleValue } from '../../domain/profiling/sample-value.ts'
import { writeWholeFile } from '../../files/write-file.ts'
import { writeXlsx } from '../../files/write-xlsx.ts'
import type { Choice, FieldDef } from '../../model/dictionary.ts'
import type { FormDef } from '../../model/forms.ts'
import type { Lang } from '../../model/units.ts'
import type { SheetPlan, WrittenColumn } from '../../model/workbook.ts'
import type { Context } from '../context.ts'
import { formCalled, loadForms } from '../intake/load-forms.ts'
import { note } from '../output.ts'

interface TemplateField {
  readonly field: FieldDef
  readonly choices: readonly Choice[]
  readonly required: boolean
}

/** Writes an empty sheet with the columns of a form, ready to be filled in and imported. */
export async function runTemplate(ctx: Context, name: string, output: string): Promise<void> {
  const form = formCalled(await loadForms(ctx), name, 'general')
  const fields = fieldsOf(form)
  const path = resolve(ctx.cwd, output)
  const sheets = [entrySheet(ctx, form, fields), notesSheet(ctx, fields), listsSheet(ctx, fields)]
  await writeWholeFile(path, (sink) => writeXlsx({ title: form[ctx.lang], sheets }, sink))
  note(ctx, ctx.tell({ code: 'template-written', params: { path, columns: fields.length } }))
  ctx.finish('done')
}

/** The fields a form asks for, each once; people tied to the customer have forms of their own. */
function fieldsOf(form: FormDef): TemplateField[] {
  const seen = new Set<string>()
  const found: TemplateField[] = []
  for (const { items, repeat } of form.sections) {
    for (const item of repeat === undefined ? items : []) {
      const field = fieldByKey(item.field)
      if (field === undefined || seen.has(field.key)) continue
      seen.add(field.key)
      found.push({ field, choices: item.choices ?? field.choices ?? [], required: item.required === true })
    }
  }
  return found
}

function entrySheet(ctx: Context, form: FormDef, fields: readonly TemplateField[]): SheetPlan {
  const listed = fields.filter(({ choices }) => choices.length > 0)
  const columns = fields.map((one): WrittenColumn => {
    const at = listed.indexOf(one)
    const list =
      at < 0 ? {} : { list: { sheet: ctx.tell({ code: 'template-lists' }), column: at, rows: one.choices.length } }
    return { title: one.field[ctx.lang], type: 'text', ...list }
  })
  const sample = [ctx.tell({ code: 'template-sample' }), ...fields.map((one) => sampleOf(one, ctx.lang))]
  const number: WrittenColumn = { title: ctx.tell({ code: 'template-number' }), type: 'text' }
  return { name: form[ctx.lang], columns: [number, ...columns], rows: [[sample]] }
}

const sampleOf = ({ field, choices }: TemplateField, lang: Lang): string =>
  choices[0]?.[lang] ?? sampleValue(field, lang)

/** What each column is for. Its headings are ours, so that an import passes the sheet over. */
function notesSheet(ctx: Context, fields: readonly TemplateField[]): SheetPlan {
  const titles = ['field', 'purpose', 'type', 'required'].map((key) => ctx.tell({ code: `template-note-${key}` }))
  return {
    name: ctx.tell({ code: 'template-notes' }),
    columns: titles.map((title) => ({ title: `${OURS}${title}`, type: 'text' })),
    rows: [
      fields.map(({ field, required }) => [
        field[ctx.lang],
        field.purpose[ctx.lang],
        field.type,
        required ? ctx.tell({ code: 'template-yes' }) : null,
      ]),
    ],
  }
}

function listsSheet(ctx: Context, fields: readonly TemplateField[]): SheetPlan {
  const listed = fields.filter(({ choices }) => choices.length > 0)
  const longest = Math.max(0, ...listed.map(({ choices }) => choices.length))
  return {
    name: ctx.tell({ code: 'template-lists' }),
    columns: listed.map(({ field }) => ({ title: `${OURS}${field[ctx.lang]}`, type: 'text' })),
    rows: [Array.from({ length: longest }, (_, i) => listed.map(({ choices }) => choices[i]?.[ctx.lang] ?? null))],
  }
}
