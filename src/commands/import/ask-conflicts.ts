import { fieldByKey } from '../../domain/dictionary/fields.ts'
import type { InputFile } from '../../files/inputs.ts'
import { KehuError } from '../../model/errors.ts'
import type { Conflict, ConflictPolicy } from '../../store/import/update-party.ts'
import type { Context } from '../context.ts'
import type { ImportFlags } from '../import.ts'
import { type ImportRun, importFile } from './import-file.ts'

const EXAMPLES = 3

interface Differing {
  count: number
  readonly examples: Conflict[]
}

/**
 * With `--on-conflict ask`: tries the file, shows a person each field that differs from the book, and gives back flags
 * with what they chose. Any other flags come back as they are.
 *
 * @throws {KehuError} `conflict-no-person`; `conflict-stopped` where the person left
 */
export async function settleConflicts(
  ctx: Context,
  file: InputFile,
  { flags, interrupted }: ImportRun,
): Promise<ImportFlags> {
  if (flags.onConflict !== 'ask') return flags
  if (ctx.ask === null) throw new KehuError('usage', 'conflict-no-person')
  const found = new Map<string, Differing>()
  const onConflict = (conflict: Conflict): void => {
    const known = found.get(conflict.field) ?? { count: 0, examples: [] }
    known.count++
    if (known.examples.length < EXAMPLES) known.examples.push(conflict)
    found.set(conflict.field, known)
  }
  await importFile(ctx, file, { flags: { ...flags, dryRun: true }, interrupted, onConflict })
  const conflictFields: Record<string, ConflictPolicy> = { ...flags.conflictFields }
  for (const [field, differing] of found) {
    if (conflictFields[field] !== undefined) continue
    conflictFields[field] = await askField(ctx, file.path, field, differing)
  }
  return { ...flags, onConflict: 'fill', conflictFields }
}

async function askField(
  ctx: Context,
  file: string,
  field: string,
  { count, examples }: Differing,
): Promise<ConflictPolicy> {
  const shown = examples.map(({ before, after }) => ctx.tell({ code: 'conflict-example', params: { before, after } }))
  const answer = await ctx.ask!.choice({
    message: ctx.tell({
      code: 'conflict-question',
      params: { file, field: fieldByKey(field)?.[ctx.lang] ?? field, count, examples: shown.join('; ') },
    }),
    choices: (['fill', 'replace', 'newer'] as const).map((value) => ({
      value,
      label: ctx.tell({ code: `conflict-${value}` }),
    })),
    initial: 'fill',
    required: true,
  })
  if (answer.kind !== 'answer') throw new KehuError('cancelled', 'conflict-stopped')
  return answer.value as ConflictPolicy
}
