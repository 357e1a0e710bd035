import { dirname } from 'node:path'
import { businessDay } from '../../domain/calendar.ts'
import { type CompiledRules, compileRules, evaluateParties } from '../../domain/checks/evaluate.ts'
import { factTypes, fieldByKey, fields } from '../../domain/dictionary/fields.ts'
import { keyFields, qualityCollector } from '../../domain/quality/snapshot.ts'
import { readPolicyFile } from '../../files/read-policy.ts'
import type { CheckContext, CheckRule, Finding, PartyChunk, Unread } from '../../model/checks.ts'
import type { KehuError } from '../../model/errors.ts'
import type { QualitySnapshot } from '../../model/quality.ts'
import type { PolicyFault } from '../../model/segments.ts'
import { customFields } from '../../store/analysis/custom-fields.ts'
import type { Book } from '../../store/book.ts'
import { readPartyChunks, sharedValues } from '../../store/party-chunks.ts'
import { readSettings } from '../../store/settings.ts'
import { type UnreadValue, unreadValues } from '../../store/unread-values.ts'
import type { Context } from '../context.ts'
import { policyBroken } from '../policies/load.ts'

/** What the quality of the book is told by, beside the whole: 来源, 负责人, 等级, 收集人. */
const qualityGroups = ['acquired_from', 'owner', 'tier', 'collector']

/** Rules ready to run on a book as it is today. @throws {KehuError} `policy-broken` */
export function readyRules(ctx: Context, book: Book, asWritten: readonly CheckRule[]): CompiledRules {
  const rules = asWritten.map(withKeys)
  const today = businessDay(ctx.now(), readSettings(book).time_zone)
  const unique = rules.flatMap((rule) => (rule.test === 'unique' ? [rule.field] : []))
  const shared = Object.fromEntries(unique.map((field) => [field, sharedValues(book, field)])) as NonNullable<
    CheckContext['shared']
  >
  const speaksOfFields = rules.some((rule) => rule.test === 'condition' && rule.bad.includes('f['))
  const known = speaksOfFields ? new Map([...customFields(book), ...factTypes]) : factTypes
  const outcome = compileRules(rules, { today, shared, fields: known })
  if (!outcome.ok) throw rulesBroken(ctx, book, rules, outcome.faults)
  return outcome.compiled
}

/** A condition that names a field by its label (`f["楼层"]`) reads it by its key. */
function withKeys(rule: CheckRule): CheckRule {
  if (rule.test !== 'condition' || !rule.bad.includes('f[')) return rule
  const bad = rule.bad.replace(/\bf\[\s*(["'])([^"']+)\1\s*\]/g, (whole, _quote, name: string) => {
    const known = fieldByKey(name) === undefined ? fields.find(({ zh, en }) => zh === name || en === name) : undefined
    return known?.stored === 'fact' ? `f["${known.key}"]` : whole
  })
  return bad === rule.bad ? rule : { ...rule, bad }
}

/** Faults of rules as places in the file of the house, where they stand in it. */
function rulesBroken(ctx: Context, book: Book, rules: readonly CheckRule[], faults: readonly PolicyFault[]): KehuError {
  const file = readPolicyFile(dirname(book.path), 'checks')
  const own = (file?.value as { rules?: readonly { id?: string }[] } | undefined)?.rules ?? []
  const told = faults.map((fault) => {
    const [, at = '0', rest = ''] = /^rules\[(\d+)\](.*)$/.exec(fault.path) ?? []
    const place = own.findIndex(({ id }) => id === rules[Number(at)]?.id)
    return place < 0 ? fault : { ...fault, path: `rules[${place}]${rest}` }
  })
  return policyBroken(ctx, file?.path ?? 'policies/checks.yaml', told, file?.lineOf)
}

export interface Judging {
  readonly compiled: CompiledRules
  /** Spans of party ids; everyone where nothing is told. */
  readonly spans: readonly (readonly [number, number])[] | undefined
  /** Only this import's rows are looked through for what could not be read; those of all where nothing is told. */
  readonly import?: number
  /** Measure the quality too. */
  readonly quality: boolean
  /** Takes a finding; false where it is one that was given before. */
  readonly take: (finding: Finding, rule: CheckRule) => boolean
  /** Told after each stretch of parties, from one id to another: all their findings have been given. */
  readonly settle?: (first: number, last: number) => void
}

export interface Judged {
  readonly parties: number
  /** In the order of the rules. */
  readonly judged: Float64Array
  readonly found: Float64Array
  readonly snapshot: QualitySnapshot | null
}

/** Runs rules over the book, or spans of it, chunk by chunk in bounded memory. */
export function judgeParties(ctx: Context, book: Book, judging: Judging): Judged {
  const { compiled, spans, quality, take, settle } = judging
  const { rules } = compiled
  const unread = rules.some(({ id }) => id === 'value-unread') ? unreadValues(book, judging.import) : none
  const { time_zone: zone } = readSettings(book)
  const [judged, found] = [new Float64Array(rules.length), new Float64Array(rules.length)]
  const indexOf = new Map(rules.map((rule, at) => [rule.id, at]))
  const collector = quality ? qualityCollector(keyFields, qualityGroups) : null
  const columns = new Set([...compiled.neededFields, ...(quality ? qualityColumns : []), ...fieldsOf(unread)])
  let parties = 0
  const dayOf = (instant: string): string => businessDay(instant, zone)
  for (const read of readPartyChunks(book, [...columns], { dayOf, ...(spans === undefined ? {} : { spans }) })) {
    const chunk = unread.size === 0 ? read : { ...read, unread: unreadIn(read, unread) }
    parties += chunk.count
    const counts = evaluateParties(compiled, chunk, (finding, rule) => {
      if (!take(finding, rule)) return
      found[indexOf.get(rule.id)!]!++
      collector?.note(placeOf(chunk, finding.partyId), finding.field, rule.class)
    })
    for (let r = 0; r < counts.length; r++) judged[r]! += counts[r]!
    collector?.add(chunk)
    settle?.(chunk.ids[0]!, chunk.ids[chunk.count - 1]!)
  }
  return { parties, judged, found, snapshot: collector?.finish(businessDay(ctx.now(), zone)) ?? null }
}

type UnreadOf = ReturnType<typeof unreadValues>
const none: UnreadOf = new Map()

/** Fields of party, card and facts that something unread was meant for. */
function fieldsOf(unread: UnreadOf): string[] {
  const names = new Set([...unread.values()].flatMap((values) => values.map(({ field }) => field)))
  return [...names].filter((name) => ['party', 'customer', 'fact'].includes(fieldByKey(name)?.stored ?? ''))
}

function unreadIn({ ids, count }: PartyChunk, unread: UnreadOf): Unread {
  const party: number[] = []
  const values: UnreadValue[] = []
  for (let i = 0; i < count; i++) {
    for (const value of unread.get(ids[i]!) ?? []) {
      if (!ofParties.has(fieldByKey(value.field)?.entity ?? '')) continue
      party.push(i)
      values.push(value)
    }
  }
  return {
    count: party.length,
    party,
    field: values.map(({ field }) => field),
    value: values.map(({ value }) => value),
    why: values.map(({ why }) => why),
  }
}

const ofParties: ReadonlySet<string> = new Set(['party', 'customer', 'person', 'org', 'address'])

const pseudo = new Set(['phone', 'email', 'contact', 'address'])
const qualityColumns = [
  ...keyFields.map(({ field }) => field).filter((field) => !pseudo.has(field)),
  ...qualityGroups,
  'confirmed_on',
]

/** Index of a party in a chunk, whose ids ascend. */
function placeOf({ ids, count }: PartyChunk, party: number): number {
  let [low, high] = [0, count - 1]
  while (low < high) {
    const middle = (low + high) >> 1
    if (ids[middle]! < party) low = middle + 1
    else high = middle
  }
  return low
}
