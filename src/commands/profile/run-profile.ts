import { businessDay } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { type ProfiledColumn, profileSheet, type SheetProfile } from '../../domain/profiling/sheet-profile.ts'
import { expandInputs, type InputFile } from '../../files/inputs.ts'
import { parseLimit } from '../../files/limits.ts'
import { KehuError } from '../../model/errors.ts'
import type { FileFacts } from '../../model/import-parts.ts'
import type { TableReading } from '../../model/intake.ts'
import type { ReportCell } from '../../model/report.ts'
import type { Context } from '../context.ts'
import { fieldLabel } from '../import/batches.ts'
import { openImport } from '../import/open-import.ts'
import { note, show, showListing } from '../output.ts'
import type { ProfileFlags } from '../profile.ts'
import { profilePage } from './profile-page.ts'

export interface ProfiledSheet {
  readonly name: string
  readonly tables: readonly TableReading[]
  readonly columns: readonly ProfiledColumn[]
}

interface ProfiledFile {
  readonly file: string
  readonly facts: FileFacts
  readonly sheets: readonly ProfiledSheet[]
}

/** Shows what files hold, column by column, as an import would understand them; no book is needed. */
export async function runProfile(ctx: Context, paths: readonly string[], flags: ProfileFlags): Promise<void> {
  const interrupted = ctx.watchInterrupt()
  const { files, skipped } = expandInputs(paths)
  for (const { reason } of skipped) note(ctx, ctx.tell(reason))
  const profiled: ProfiledFile[] = []
  for (const file of files) profiled.push(await profileFile(ctx, file, flags, interrupted))
  if (ctx.format === 'text' && ctx.io.outIsTty && profiled.some(({ sheets }) => sheets.length > 0)) {
    show(ctx, profiled.flatMap(({ facts, sheets }) => sheets.map((one) => profilePage(ctx, facts, one))).join('\n'))
    return ctx.finish('done')
  }
  const rows = profiled.flatMap((file) =>
    file.sheets.flatMap((sheet) => sheet.columns.map((column) => shownRow(ctx, file, sheet.name, column))),
  )
  const columns = ['file', 'sheet', 'column', 'heading', 'field', 'confidence', 'type', 'filled', 'distinct', 'shapes']
  showListing(ctx, {
    table: {
      key: 'profile',
      title: ctx.tell({ code: 'profile-summary' }),
      columns: [...columns, 'personal', 'remarks'].map((key) => ({
        key,
        title: ctx.tell({ code: `profile-${key}` }),
        type: key === 'confidence' || key === 'filled' ? ('percent' as const) : key === 'distinct' ? 'integer' : 'text',
      })),
      rows,
      empty: ctx.tell({ code: 'profile-nothing' }),
    },
    json: profiled,
  })
  ctx.finish(rows.length === 0 ? 'nothing' : 'done')
}

async function profileFile(
  ctx: Context,
  input: InputFile,
  flags: ProfileFlags,
  interrupted: () => boolean,
): Promise<ProfiledFile> {
  const read = {
    encoding: flags.encoding,
    delimiter: flags.delimiter,
    ...(flags.sheet.length === 0 ? {} : { sheets: flags.sheet }),
    limits: Object.assign({}, ...flags.limit.map(parseLimit)),
    locale: ctx.lang === 'zh' ? 'zh-CN' : (ctx.env['LANG'] ?? ''),
  }
  const reader = await openImport(input, read, { interrupted })
  const today = businessDay(ctx.now(), 'Asia/Shanghai')
  const sheets: ProfiledSheet[] = []
  let name = ''
  let profile: SheetProfile = profileSheet()
  try {
    for await (const step of reader.steps({ today, map: {}, remembered: {}, seed: '' })) {
      if (interrupted()) throw new KehuError('cancelled', 'profile-interrupted')
      if (step.kind === 'sheet') {
        name = step.name
        profile = profileSheet()
      } else if (step.kind === 'rows') profile.take(step.part)
      else if (step.kind === 'sheet-end')
        sheets.push({ name, tables: step.tables, columns: profile.columns(step.tables) })
    }
  } finally {
    await reader.close()
  }
  return { file: reader.path, facts: reader.facts, sheets }
}

function shownRow(ctx: Context, file: ProfiledFile, sheet: string, one: ProfiledColumn): ReportCell[] {
  const field = one.field === null ? undefined : fieldByKey(one.field)
  const remarks = Object.entries(one.remarks).map(
    ([code, count]) => `${ctx.tell(one.examples[code] ?? { code })} ×${count}`,
  )
  return [
    file.facts.name,
    sheet,
    String(one.column + 1),
    one.heading.replaceAll('\n', ' '),
    field === undefined ? fieldLabel(ctx, one.field) : field[ctx.lang],
    one.confidence,
    ctx.tell({ code: `type-${one.type}` }),
    one.rows === 0 ? 0 : one.filled / one.rows,
    one.distinct,
    one.shapes.map(({ shape, count }) => `${shape} ×${count}`).join('  '),
    one.sensitivity === 'open' ? '' : ctx.tell({ code: `profile-${one.sensitivity}` }),
    remarks.join('；'),
  ]
}
