import { extname } from 'node:path'
import type { Context } from '../context.ts'

export const EXPORT_FORMATS = ['csv', 'tsv', 'xlsx', 'jsonl', 'json', 'vcf', 'ics'] as const
export type ExportFormat = (typeof EXPORT_FORMATS)[number]

/** The form of a file by its name, else what the output flags say; CSV where nothing is said. */
export function exportFormat(ctx: Context, path: string | undefined): ExportFormat {
  const byName =
    path === undefined ? undefined : EXPORT_FORMATS.find((one) => `.${one}` === extname(path).toLowerCase())
  if (byName !== undefined) return byName
  if (path !== undefined && ['.ndjson'].includes(extname(path).toLowerCase())) return 'jsonl'
  return ctx.format === 'json' || ctx.format === 'jsonl' || ctx.format === 'tsv' ? ctx.format : 'csv'
}
