export type ForecastMethod = 'mean' | 'last' | 'trend' | 'season'

export interface Forecast {
  readonly method: ForecastMethod
  /** Coming periods, never below nothing. */
  readonly next: readonly number[]
  /** Mean absolute error of the method on the periods held back, as a share of their mean; null where that is nothing. */
  readonly error: number | null
  readonly heldBack: readonly { readonly actual: number; readonly forecast: number }[]
}

export interface ForecastSettings {
  readonly periods: number
  /** Length of a season; 12 for months. */
  readonly season: number
  readonly holdBack: number
}

/** Fewest periods of history below which nothing is forecast. */
export const leastHistory = 8

/**
 * A simple forecast from a row of periods, by the method that did best on the last ones held back.
 *
 * Mean of the last three, last value, straight line, or same period of the last season. Null on too little history.
 */
export function forecast(
  history: readonly number[],
  settings: ForecastSettings = { periods: 3, season: 12, holdBack: 3 },
): Forecast | null {
  const { periods, season, holdBack } = settings
  if (history.length < leastHistory || history.length < holdBack + 4) return null
  const known = history.slice(0, -holdBack)
  const held = history.slice(-holdBack)
  const methods: ForecastMethod[] =
    known.length > season ? ['mean', 'last', 'trend', 'season'] : ['mean', 'last', 'trend']
  const tried = methods.map((method) => {
    const guesses = ahead(method, known, holdBack, season)
    return { method, guesses, off: guesses.reduce((sum, guess, i) => sum + Math.abs(guess - held[i]!), 0) / holdBack }
  })
  const best = tried.reduce((least, each) => (each.off < least.off ? each : least))
  const mean = held.reduce((sum, value) => sum + value, 0) / holdBack
  return {
    method: best.method,
    next: ahead(best.method, history, periods, season),
    error: mean === 0 ? null : best.off / Math.abs(mean),
    heldBack: held.map((actual, i) => ({ actual, forecast: best.guesses[i]! })),
  }
}

function ahead(method: ForecastMethod, history: readonly number[], periods: number, season: number): number[] {
  const n = history.length
  const guess = guesser(method, history, season)
  return Array.from({ length: periods }, (_, i) => Math.max(0, guess(n + i)))
}

function guesser(method: ForecastMethod, history: readonly number[], season: number): (at: number) => number {
  const n = history.length
  if (method === 'last') return () => history[n - 1]!
  if (method === 'season') return (at) => history[n - season + ((at - n) % season)]!
  if (method === 'mean') {
    const mean = history.slice(-3).reduce((sum, value) => sum + value, 0) / 3
    return () => mean
  }
  const middle = (n - 1) / 2
  const mean = history.reduce((sum, value) => sum + value, 0) / n
  let up = 0
  let across = 0
  history.forEach((value, i) => {
    up += (i - middle) * (value - mean)
    across += (i - middle) ** 2
  })
  return (at) => mean + (up / across) * (at - middle)
}
