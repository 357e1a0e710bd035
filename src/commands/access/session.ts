import { veilJson, veilText } from '../../domain/access/veil.ts'
import type { AccessPolicy, HiddenKind, Identity } from '../../model/access.ts'
import type { OutputFormat } from '../context.ts'

/** Who is at work in this run, and what is kept from them. Filled when the command begins. */
export interface Session {
  /** Null in a book without staff: whoever can read the file may do everything. */
  identity: Identity | null
  policy: AccessPolicy | null
  hidden: ReadonlySet<HiddenKind>
  /** Why hidden values are to be shown (`--unmask`); null where they are not. */
  readonly purpose: string | null
  /** Whether personal data was asked for: `--unmask`, `--show-pii`. */
  readonly asks: boolean
  /** Path of the command: `deal add`. */
  command: string
  /** Notes that somebody looked; does nothing in a book without staff. */
  look: (what: Look) => void
  /** Whether a look of this run was noted already: a list that shows it again is no second one. */
  hasLooked: boolean
}

/** What was looked at. */
export interface Look {
  readonly kind: 'read' | 'lookup' | 'list' | 'report'
  readonly rows: number
  readonly partyId?: number
  /** What was searched for, numbers hidden. */
  readonly filter?: string
}

export const openSession = (asks: boolean, purpose: string | null): Session => ({
  identity: null,
  policy: null,
  hidden: new Set(),
  purpose,
  asks,
  command: '',
  look: () => {},
  hasLooked: false,
})

/** What a person may get of a text. */
export const veiled = ({ hidden }: Pick<Session, 'hidden'>, text: string, format: OutputFormat = 'text'): string =>
  format === 'json' || format === 'jsonl' ? veilJson(text, hidden) : veilText(text, hidden)
