import type { MatchModel } from '../../model/matching.ts'
import type { Parsed } from '../../model/parsed.ts'

/** Reads a model that was printed and perhaps changed by hand; says what is wrong with it. */
export function parseModel(text: string): Parsed<MatchModel> {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    return wrong('model-no-json', { why: (error as Error).message })
  }
  const model = value as Partial<MatchModel>
  if (model?.version !== 1) return wrong('model-version', { version: String(model?.version ?? '') })
  if (!Array.isArray(model.strata) || model.strata.length !== 2) return wrong('model-strata', {})
  for (const stratum of model.strata) {
    if (!Number.isInteger(stratum?.prior) || !Array.isArray(stratum.comparisons)) return wrong('model-strata', {})
    for (const { key, levels } of stratum.comparisons) {
      if (typeof key !== 'string' || !Array.isArray(levels)) return wrong('model-comparison', { key: String(key) })
      for (const { level, m, u, weight } of levels)
        if (!isShare(m) || !isShare(u) || !Number.isInteger(weight) || typeof level !== 'string')
          return wrong('model-level', { key, level: String(level) })
    }
  }
  return { ok: true, value: model as MatchModel }
}

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1

const wrong = (code: string, params: Readonly<Record<string, string>>): Parsed<MatchModel> => ({
  ok: false,
  reason: { code, params },
})
