import type { ErrorParams } from '../model/errors.ts'
import type { IsoInstant, Lang } from '../model/units.ts'
import type { Book } from '../store/book.ts'
import type { Ask } from '../terminal/ask.ts'
import type { Io } from '../terminal/io.ts'

/** How a command ended when nothing went wrong. `exit.ts` knows the codes. */
export type Ending = 'done' | 'partly' | 'waiting' | 'checks-failed' | 'checks-warned' | 'nothing'

/** The outside world, handed to every command. Tests hand in another one; nothing else is faked. */
export interface Context {
  readonly io: Io
  /** Null when there is no person to ask (a pipe, cron, `--no-input`). */
  readonly ask: Ask | null
  readonly now: () => IsoInstant
  readonly lang: Lang
  /** Sentence of the catalogue in the reader's language. */
  readonly say: (key: string, params?: ErrorParams) => string
  /** Who is working: `KEHU_USER`, else the login name. */
  readonly staff: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** The command line, for the operation's record. */
  readonly commandLine: string
  /** Opens the book on first use, so that `--help` never touches the disk. */
  readonly openBook: () => Promise<Book>
  /** `--db` as given, for `init` and `backup`. */
  readonly bookPath: () => string | undefined
  /** Tells main how the command ended. */
  readonly finish: (ending: Ending) => void
}
