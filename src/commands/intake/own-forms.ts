import { parseForm } from '../../domain/policies/forms.ts'
import { readPolicyFolder } from '../../files/read-policy.ts'
import type { FormDef } from '../../model/forms.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** The forms of `policies/forms/` in a folder. @throws {KehuError} `policy-broken` */
export const ownForms = (ctx: Context, folder: string): FormDef[] =>
  readPolicyFolder(folder, 'forms').map((file) => {
    const outcome = parseForm(file.value)
    if (outcome.ok) return outcome.value
    throw policyBroken(ctx, file.path, outcome.faults, file.lineOf)
  })
