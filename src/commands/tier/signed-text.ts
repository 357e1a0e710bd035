import { judgementKinds, judgementValue } from '../../domain/tiers/judgements.ts'
import { measures } from '../../domain/tiers/measures.ts'
import type { MeasureDef, MeasureValue } from '../../model/tiers.ts'
import { valueText } from '../../render/tier-explanation.ts'
import type { Judgement } from '../../store/judgements.ts'
import type { Context } from '../context.ts'

/** An opinion as people say it: 重大, 是, 4.5. */
export const judgementText = ({ lang }: Context, { key, type }: MeasureDef, value: number): string =>
  valueText({ key, type, value }, { lang, measures })

/** One that was signed, as its measure; a word nobody knows stays as it was written. */
export function signedValue({ kind, value }: Pick<Judgement, 'kind' | 'value'>): MeasureValue {
  const def = judgementKinds.find(({ key }) => key === kind)
  const number = def === undefined ? null : judgementValue(def, value)
  return { key: kind, type: number === null ? 'text' : def!.type, value: number ?? value }
}

/** The same in words. */
export function signedText({ lang }: Context, one: Pick<Judgement, 'kind' | 'value'>) {
  const signed = signedValue(one)
  const label = judgementKinds.find(({ key }) => key === one.kind)?.[lang] ?? one.kind
  return { label, value: valueText(signed, { lang, measures }) }
}
