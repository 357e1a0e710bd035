import { dirname, join } from 'node:path'
import { builtInForms, findForm, formsOf } from '../../domain/forms/built-in.ts'
import { fileExists } from '../../files/places.ts'
import { KehuError } from '../../model/errors.ts'
import type { FormDef, Profile } from '../../model/forms.ts'
import type { Context } from '../context.ts'

/** The forms there are: those of `policies/forms/` beside the book, then the built-in ones with other keys. The book is not opened. */
export async function loadForms(ctx: Context): Promise<readonly FormDef[]> {
  const folder = dirname(ctx.findBook().path)
  if (!fileExists(join(folder, 'policies', 'forms'))) return builtInForms
  // What reads policies is large, and most books have no forms of their own: the first question need not wait for it.
  const { ownForms } = await import('./own-forms.ts')
  const own = ownForms(ctx, folder)
  const keys = new Set(own.map(({ key }) => key))
  return [...own, ...builtInForms.filter(({ key }) => !keys.has(key))]
}

/** A form by key, number or title; without a name the one customers of this trade are opened with. @throws {KehuError} `form-missing` */
export function formCalled(forms: readonly FormDef[], name: string | undefined, profile: Profile): FormDef {
  const found = name === undefined ? formsOf(forms, profile)[0] : findForm(forms, name)
  if (found === undefined) throw new KehuError('usage', 'form-missing', { name: name ?? profile })
  return found
}
