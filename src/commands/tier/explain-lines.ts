import { judgementKinds } from '../../domain/tiers/judgements.ts'
import { measures } from '../../domain/tiers/measures.ts'
import type { TierExplanation, TierLevel, TierScheme } from '../../model/tiers.ts'
import {
  factText,
  levelName,
  nextLevelLines,
  type TierSentenceOptions,
  tierSentence,
} from '../../render/tier-explanation.ts'
import type { Judgement } from '../../store/judgements.ts'
import type { TierByHand } from '../../store/tiers.ts'
import type { Context } from '../context.ts'
import { signedValue } from './signed-text.ts'

/** Everything that is told of one customer's level. */
export interface ExplainedTier {
  readonly code: string
  readonly name: string
  readonly scheme: TierScheme
  readonly explanation: TierExplanation
  /** Level that holds now, whoever or whatever gave it. */
  readonly inForce: string | null
  readonly byHand: TierByHand | undefined
  readonly inherited: { readonly level: string; readonly org: string } | undefined
  /** What the last run wrote down; undefined where none did. */
  readonly stored: string | null | undefined
  /** Newest first. */
  readonly judgements: readonly Judgement[]
  /** Newest first. */
  readonly moves: readonly {
    readonly on: string
    readonly from: string | null
    readonly to: string | null
    readonly clause: string | null
  }[]
}

/** The explanation line by line: the level and why, who judged, what the next level takes, what is owed, how it came. */
export function explanationLines(ctx: Context, told: ExplainedTier): string[] {
  const { lang } = ctx
  const { explanation, name, code, scheme, byHand, inherited, stored, inForce } = told
  const who = lang === 'zh' ? `${name}（${code}）` : `${name} (${code})`
  const byRules = byHand !== undefined || inherited !== undefined
  const options: TierSentenceOptions = {
    lang,
    name: byRules ? name : who,
    measures,
    periodDays: scheme.periodDays,
    byRules,
  }
  const level = scheme.levels.find((each) => each.level === inForce)
  return [
    ...(byHand === undefined ? [] : [handLine(ctx, byHand, who)]),
    ...(inherited === undefined
      ? []
      : [
          ctx.tell({
            code: 'tier.inherited',
            params: { name: who, org: inherited.org, level: levelName(inherited, lang) },
          }),
        ]),
    tierSentence(explanation, options),
    ...signedLines(ctx, told),
    ...nextLevelLines(explanation, options),
    ...findOut(ctx, told),
    ...careOf(ctx, level),
    ...(stored !== undefined && stored !== inForce ? [ctx.say('tier-stale', { stored: stored ?? '—' })] : []),
    ...moveLines(ctx, told),
  ]
}

const handLine = (ctx: Context, byHand: TierByHand, name: string): string =>
  ctx.tell({
    code: 'tier.hand',
    params: {
      ...{ name, by: byHand.by, reason: byHand.reason, level: levelName(byHand, ctx.lang) },
      until: ctx.tell(
        byHand.until === null ? { code: 'tier.hand-ever' } : { code: 'tier.hand-until', params: { day: byHand.until } },
      ),
    },
  })

/** Who said what the clauses have read, and when. */
function signedLines(ctx: Context, { explanation: { used, next }, judgements }: ExplainedTier): string[] {
  const read = new Set([...used, ...(next?.inputs ?? [])].map(({ key }) => key))
  const newest = new Map([...judgements].reverse().map((one) => [one.kind, one]))
  const signed = [...newest.values()].filter(({ kind }) => read.has(kind))
  if (signed.length === 0) return []
  const words = signed.map((one) => {
    const what = factText(signedValue(one), { lang: ctx.lang, name: '', measures })
    return ctx.tell({ code: 'tier.signed-one', params: { what, author: one.author, on: one.on } })
  })
  return [ctx.tell({ code: 'tier.signed', params: { judgements: words.join(ctx.tell({ code: 'tier.and' })) } })]
}

/** How to write down an opinion that stands between the customer and a better level. */
function findOut(ctx: Context, { explanation: { unknown }, code }: ExplainedTier): string[] {
  const def = judgementKinds.find(({ key }) => unknown.some((each) => each.key === key))
  if (def === undefined) return []
  const value = def.words?.at(-1)?.[ctx.lang] ?? ctx.tell({ code: 'tier.yes' })
  const name = ctx.lang === 'zh' ? def.zh : def.key
  return [ctx.tell({ code: 'tier.find-out', params: { code, example: `${name}=${value}` } })]
}

/** What is owed to a level: how often to get in touch, how often to verify, its benefits. */
function careOf(ctx: Context, level: TierLevel | undefined): string[] {
  const { lang } = ctx
  const tell = (code: string, params: Record<string, string | number>): string => ctx.tell({ code, params })
  const scopes = Object.entries(level?.verifyEvery ?? {}).map(([scope, days]) =>
    tell('tier.verify-scope', { scope: tell(`tier.scope.${scope}`, {}), days }),
  )
  return [
    ...(level?.contactEvery === undefined ? [] : [tell('tier.contact-every', { days: level.contactEvery })]),
    ...(scopes.length === 0 ? [] : [tell('tier.verify-every', { scopes: scopes.join(tell('tier.and', {})) })]),
    ...(level?.benefits === undefined
      ? []
      : [tell('tier.benefits', { benefits: level.benefits.map((each) => each[lang]).join(tell('tier.and', {})) })]),
  ]
}

/** How the level came to be, newest first. */
function moveLines(ctx: Context, { scheme, moves }: ExplainedTier): string[] {
  if (moves.length === 0) return []
  const { lang } = ctx
  const place = (level: string): number => scheme.levels.findIndex((each) => each.level === level)
  const clauses = new Map(scheme.levels.flatMap((level) => level.clauses.map((clause) => [clause.id, clause[lang]])))
  const lines = moves.map(({ on, from, to, clause }) => {
    const words =
      clause === null
        ? ''
        : ctx.tell({ code: 'tier.move-clause', params: { clause: clauses.get(clause) ?? clauseWord(ctx, clause) } })
    const levels = {
      from: from === null ? '' : levelName({ level: from }, lang),
      to: to === null ? '' : levelName({ level: to }, lang),
    }
    const way = from === null ? 'first' : to === null ? 'lost' : place(to) < place(from) ? 'up' : 'down'
    return ctx.tell({ code: `tier.move-${way}`, params: { on, ...levels, clause: words } })
  })
  return [ctx.tell({ code: 'tier.moves' }), ...lines]
}

const clauseWord = (ctx: Context, clause: string): string =>
  clause === 'override' ? ctx.tell({ code: 'by-tier-override' }) : clause
