import type { PassphraseSource } from '../files/passphrase.ts'
import type { Reason } from '../model/parsed.ts'
import type { IsoInstant, Lang } from '../model/units.ts'
import type { Say } from '../render/text/index.ts'
import type { Book } from '../store/book.ts'
import type { Ask } from '../terminal/ask.ts'
import type { Io } from '../terminal/io.ts'
import type { Session } from './access/session.ts'

/** How a command ended when nothing went wrong. `exit.ts` knows the codes. */
export type OutputFormat = 'text' | 'json' | 'jsonl' | 'csv' | 'tsv' | 'table'

export interface BookPlace {
  readonly path: string
  readonly by: '--db' | 'KEHU_DB' | 'folder' | 'data-folder'
}

export type Ending = 'done' | 'partly' | 'waiting' | 'checks-failed' | 'checks-warned' | 'nothing'

/** The outside world, handed to every command. Tests hand in another one; nothing else is faked. */
export interface Context {
  readonly io: Io
  /** Null when there is no person to ask (a pipe, cron, `--no-input`). */
  readonly ask: Ask | null
  readonly now: () => IsoInstant
  readonly lang: Lang
  /** A sentence of the catalogue in the reader's language. */
  readonly say: Say
  /** What a value, file or rule gave rise to, in words. */
  readonly tell: (reason: Reason) => string
  /** Who is working: `KEHU_USER`, else the login name; in a book with staff the login they are listed under. */
  readonly staff: string
  /** Who that is and what they may see, once the command has begun. */
  readonly session: Session
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  /** Standard input, for `-`; a terminal is refused with a word. */
  readonly stdin: NodeJS.ReadableStream & { readonly isTTY?: boolean }
  /** The command line, for the operation's record. */
  readonly commandLine: string
  /** Asks for a line that is not shown while it is typed; null where nobody can be asked. */
  readonly askSecret: ((message: string) => Promise<string | null>) | null
  /** `--passphrase-file`, `--passphrase-command` and the settings of the same name. */
  readonly passphraseFrom: PassphraseSource
  /** Opens the book on first use, so that `--help` never touches the disk. */
  readonly openBook: () => Promise<Book>
  /** Closes the book and forgets it, for a command that puts another file in its place. */
  readonly releaseBook: () => Promise<void>
  /** Where the book is, or would be, with what it was found by. */
  readonly findBook: () => BookPlace
  /** How results are wanted: `--json`, `--csv` …, else words for a person. */
  readonly format: OutputFormat
  readonly verbose: boolean
  /** `--yes`: plain questions are taken as answered with yes. */
  readonly yes: boolean
  /** `--show-pii`, `--unmask PURPOSE`: personal data is shown whole, to those who may see it. */
  readonly showPersonal: boolean
  /** One record a line, no boxes. */
  readonly plain: boolean
  /** From now on Ctrl-C only asks: the first press makes this say true, the second ends the program at once. */
  readonly watchInterrupt: () => () => boolean
  /** Tells main how the command ended. */
  readonly finish: (ending: Ending) => void
}
