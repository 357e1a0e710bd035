import type { FormStart } from '../../domain/forms/engine.ts'
import { type AnswerFile, fillForm } from '../../domain/forms/from-answers.ts'
import { readTextFile } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, FormState } from '../../model/forms.ts'
import type { Context } from '../context.ts'
import type { IntakeFlags } from '../intake.ts'

/** Answers from a YAML or JSON file and from `--set`. */
export async function readAnswers({ answers, set }: Pick<IntakeFlags, 'answers' | 'set'>): Promise<AnswerFile> {
  const file = answers === undefined ? {} : await readAnswerFile(answers)
  const told = set.map((text) => {
    const at = text.indexOf('=')
    if (at <= 0) throw new KehuError('usage', 'flag-bad-value', { flag: '--set', value: text, expected: 'field=value' })
    return [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  })
  return { ...file, ...Object.fromEntries(told) }
}

async function readAnswerFile(path: string): Promise<AnswerFile> {
  // What reads YAML is large, and prompts do without.
  const { parsePolicy } = await import('../../files/read-policy.ts')
  return parsePolicy(path, readTextFile(path)).value as AnswerFile
}

/** Fills a form with them; `file` is what faults are told of. @throws {KehuError} `answers-wrong` with every fault at once */
export function fillWith(ctx: Context, def: FormDef, given: AnswerFile, { start, file }: Given): FormState {
  const filled = fillForm(def, given, start)
  if (filled.ok) return filled.state
  const detail = filled.faults
    .map(({ path, reason, value }) => `${path}${value === undefined ? '' : ` “${value}”`}: ${ctx.tell(reason)}`)
    .join('\n  ')
  throw new KehuError('input', 'answers-wrong', { file, detail: `\n  ${detail}` })
}

export interface Given {
  readonly start: FormStart
  readonly file: string
}
