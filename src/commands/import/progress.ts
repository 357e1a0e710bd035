import type { Context } from '../context.ts'

/** Progress of a long run: a line on a terminal after a second, a line a minute elsewhere, nothing with `-q`. */
export interface Progress {
  /** `share` of the file's bytes that are read, 0..1. */
  readonly rows: (count: number, share: number) => void
  /** Clears the line; may be called again. */
  readonly end: () => void
}

/** Opens the progress of one file. */
export function openProgress(ctx: Context, name: string): Progress {
  const { io } = ctx
  if (io.quiet) return { rows: () => {}, end: () => {} }
  const start = Date.parse(ctx.now())
  const every = io.errIsTty ? 200 : 60_000
  let last = start + (io.errIsTty ? 800 : 0)
  let total = 0
  let shown = false
  return {
    rows(count, share) {
      total += count
      const now = Date.parse(ctx.now())
      if (now - last < every) return
      last = now
      const rate = Math.round(total / Math.max(0.001, (now - start) / 1000))
      const left = share > 0.01 ? Math.ceil(((now - start) / 1000 / share) * (1 - share)) : 0
      const known = { file: name, rows: total, rate, percent: Math.floor(share * 100) }
      const text = left > 0 ? ctx.say('import-progress-left', { ...known, left }) : ctx.say('import-progress', known)
      io.err(io.errIsTty ? `\r\u001b[K${text}` : `${text}\n`)
      shown = io.errIsTty
    },
    end() {
      if (shown) io.err('\r\u001b[K')
      shown = false
    },
  }
}
