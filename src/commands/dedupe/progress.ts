import type { Context } from '../context.ts'

/** Progress of a comparison, stage by stage: a line on a terminal, which the next one replaces; nothing elsewhere or with `-q`. */
export interface StageProgress {
  readonly told: (stage: string, done: number) => void
  /** Clears the line; may be called again. */
  readonly end: () => void
}

/** Opens the progress of one comparison. */
export function openStages(ctx: Context): StageProgress {
  const { io } = ctx
  if (io.quiet || io.dumb || !io.errIsTty) return { told: () => {}, end: () => {} }
  let shown = false
  return {
    told(stage, done) {
      io.err(`\r\u001b[K${ctx.tell({ code: `match-stage-${stage}`, params: { done } })}`)
      shown = true
    },
    end() {
      if (shown) io.err('\r\u001b[K')
      shown = false
    },
  }
}
