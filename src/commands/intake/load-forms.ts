import { dirname } from 'node:path'
import { builtInForms, findForm, formsOf } from '../../domain/forms/built-in.ts'
import { parseForm } from '../../domain/policies/forms.ts'
import { readPolicyFolder } from '../../files/read-policy.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, Profile } from '../../model/forms.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** The forms there are: those of `policies/forms/` beside the book, then the built-in ones with other keys. The book is not opened. */
export function loadForms(ctx: Context): readonly FormDef[] {
  const own = readPolicyFolder(dirname(ctx.findBook().path), 'forms').map((file) => {
    const outcome = parseForm(file.value)
    if (outcome.ok) return outcome.value
    throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
  })
  const keys = new Set(own.map(({ key }) => key))
  return [...own, ...builtInForms.filter(({ key }) => !keys.has(key))]
}

/** A form by key, number or title; without a name the one customers of this trade are opened with. @throws {KehuError} `form-missing` */
export function formCalled(forms: readonly FormDef[], name: string | undefined, profile: Profile): FormDef {
  const found = name === undefined ? formsOf(forms, profile)[0] : findForm(forms, name)
  if (found === undefined) throw new KehuError('usage', 'form-missing', { name: name ?? profile })
  return found
}
