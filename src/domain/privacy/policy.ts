import { z } from 'zod'
import {
  lawfulBases,
  type PrivacyPolicy,
  type Purpose,
  type RetentionRule,
  retentionActions,
  retentionClasses,
} from '../../model/privacy.ts'
import { type PolicyOutcome, readPolicy } from '../policies/faults.ts'
import { identifier } from '../policies/parts.ts'

/** Days of answering: GB/T 35273-2020, 8.7 allows thirty; fifteen leaves room to ask back. */
export const builtinPrivacy: PrivacyPolicy = {
  purposes: [
    { key: 'service', zh: '履行合同与服务', en: 'contract and service', basis: 'contract', reviewMonths: null },
    { key: 'marketing', zh: '推送优惠与活动', en: 'offers and events', basis: 'consent', reviewMonths: 24 },
    { key: 'survey', zh: '满意度调查', en: 'satisfaction surveys', basis: 'consent', reviewMonths: 24 },
    { key: 'profiling', zh: '画像与分级', en: 'profiles and tiers', basis: 'consent', reviewMonths: 24 },
    { key: 'sharing', zh: '提供给第三方', en: 'disclosure to others', basis: 'consent', reviewMonths: 12 },
    { key: 'sensitive', zh: '处理敏感信息', en: 'sensitive data', basis: 'consent', reviewMonths: 12 },
  ],
  answerDays: 15,
  retention: [
    { class: 'prospect', after: 730, action: 'archive', warn: 30 },
    { class: 'customer', after: 1825, action: 'archive', warn: 30 },
    { class: 'archived', after: 1095, action: 'anonymise', warn: 30 },
    { class: 'source-rows', after: 1825, action: 'destroy', warn: 0 },
  ],
}

const days = z.int().min(0).max(36_500)
const policy = z.strictObject({
  answerDays: z.int().min(1).max(365).optional(),
  purposes: z
    .record(
      identifier,
      z.strictObject({
        zh: z.string().min(1),
        en: z.string().min(1).optional(),
        basis: z.enum(lawfulBases),
        reviewMonths: z.int().min(1).max(600).nullable().optional(),
      }),
    )
    .optional(),
  retention: z

    .partialRecord(
      z.enum(retentionClasses),
      z.strictObject({ after: days, action: z.enum(retentionActions), warn: days.optional() }),
    )
    .optional(),
})

interface Raw {
  readonly answerDays?: number
  readonly purposes?: Readonly<Record<string, Omit<Purpose, 'key' | 'en'> & { readonly en?: string }>>
  readonly retention?: Readonly<Record<string, Omit<RetentionRule, 'class' | 'warn'> & { readonly warn?: number }>>
}

/** Reads a house's own purposes and periods over the built-in ones. */
export function parsePrivacyPolicy(raw: unknown): PolicyOutcome<PrivacyPolicy> {
  const outcome = readPolicy<Raw>(policy, raw)
  if (!outcome.ok) return outcome
  const { answerDays, purposes = {}, retention = {} } = outcome.value
  const own = Object.entries(purposes).map(([key, one]) => ({
    ...one,
    key,
    en: one.en ?? one.zh,
    reviewMonths: one.reviewMonths ?? null,
  }))
  const rules = Object.entries(retention).map(([name, one]) => ({
    ...one,
    class: name as RetentionRule['class'],
    warn: one.warn ?? 30,
  }))
  return {
    ok: true,
    value: {
      answerDays: answerDays ?? builtinPrivacy.answerDays,
      purposes: [...builtinPrivacy.purposes.filter(({ key }) => !own.some((one) => one.key === key)), ...own],
      retention: [
        ...builtinPrivacy.retention.filter((rule) => !rules.some((one) => one.class === rule.class)),
        ...rules,
      ],
    },
  }
}
