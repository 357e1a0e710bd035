import type { Context } from '../context.ts'

/** Progress of a long run: a line on a terminal after a second, a line a minute elsewhere, nothing with `-q`. */
export interface Progress {
  readonly rows: (count: number) => void
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
    rows(count) {
      total += count
      const now = Date.parse(ctx.now())
      if (now - last < every) return
      last = now
      const rate = Math.round(total / Math.max(0.001, (now - start) / 1000))
      const text = ctx.say('import-progress', { file: name, rows: total, rate })
      io.err(io.errIsTty ? `\r\u001b[K${text}` : `${text}\n`)
      shown = io.errIsTty
    },
    end() {
      if (shown) io.err('\r\u001b[K')
      shown = false
    },
  }
}
