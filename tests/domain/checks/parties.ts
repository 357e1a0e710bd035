import { builtinRules } from '../../../src/domain/checks/builtin-rules.ts'
import { type CompiledRules, compileRules, evaluateDraft } from '../../../src/domain/checks/evaluate.ts'
import type { CheckContext, CheckRule } from '../../../src/model/checks.ts'
import type { AddressDraft, ContactDraft, ContactType, PartyDraft, PartyValues } from '../../../src/model/intake.ts'

export const context: CheckContext = { today: '2026-11-22' }

export function compiled(rules: readonly CheckRule[] = builtinRules, more: Partial<CheckContext> = {}): CompiledRules {
  const outcome = compileRules(rules, { ...context, ...more })
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.faults))
  return outcome.compiled
}

export const contact = (type: ContactType, canonical: string | null, raw = canonical ?? ''): ContactDraft => ({
  type,
  raw,
  canonical,
})
export const mobile = contact('mobile', '13857107788')
export const address = (parts: Partial<AddressDraft>): AddressDraft => ({ use: 'home', raw: '', ...parts })

export interface Given {
  values?: Partial<PartyValues>
  contacts?: readonly ContactDraft[]
  addresses?: readonly AddressDraft[]
  role?: PartyDraft['role']
}

/** A customer without a fault, but for what is given. */
export const draft = ({
  values = {},
  contacts = [mobile],
  addresses = [address({ city: '杭州市', raw: '杭州' })],
  role = 'customer',
}: Given): PartyDraft => ({
  role,
  values: { kind: 'person', name: '王建国', ...values },
  contacts,
  addresses,
  facts: [],
  aliases: [],
})

const rules = compiled()

/** Ids of the built-in rules that find something. */
export const rulesFinding = (given: Given): string[] => evaluateDraft(rules, draft(given)).map(({ rule }) => rule)
