import type { CheckRule, Finding } from '../model/checks.ts'
import type { Lang } from '../model/units.ts'
import { fill, type Message } from './text/catalogue.ts'
import { checksText } from './text/checks.ts'

export interface FindingWords {
  readonly lang: Lang
  /** Label of a dictionary field. */
  readonly label: (field: string) => string
  /** The value as it may be shown to this reader. */
  readonly show: (field: string, value: string) => string
  /** The sentence of a reason. */
  readonly tell: (code: string, params?: Finding['params']) => string
}

const messages: Readonly<Record<string, Message>> = checksText

/** What a finding says, in one sentence: the rule's own words, else those of its kind. */
export function findingSentence(finding: Finding, rule: CheckRule, { lang, label, show, tell }: FindingWords): string {
  const message = rule.message ?? messages[`check.${rule.id}`] ?? messages[`check.test.${rule.test}`]
  if (message === undefined) return rule.id
  const { why, inId, ...params } = finding.params
  const value = finding.value === null ? '' : show(finding.field, finding.value)
  const reason = typeof why === 'string' ? tell(why, { ...params, value }) : ''
  const shown = inId === undefined ? {} : { inId: show(finding.field, String(inId)) }
  return fill(message[lang], { ...params, ...shown, value, reason, field: label(finding.field) })
}

/** What to do about a rule's findings. */
export function remedyOf(rule: CheckRule, lang: Lang): string {
  return (rule.remedy ?? messages[`check.${rule.id}.remedy`] ?? checksText['check.test.remedy'])[lang]
}

/** What a rule is about, as a title: its message with the holes left out. */
export function ruleTitle(rule: CheckRule, { lang, label }: Pick<FindingWords, 'lang' | 'label'>): string {
  const message = rule.message ?? messages[`check.${rule.id}`] ?? messages[`check.test.${rule.test}`]
  if (message === undefined) return rule.id
  const bare = fill(message[lang], { field: label(rule.fields[0] ?? '') })
  return bare.replace(/[“"‘'（(]?\{\w+\}[”"’'）)]?/g, '…').replace(/：…$|: …$/, '')
}
