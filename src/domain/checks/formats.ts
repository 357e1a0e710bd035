import type { FormatName } from '../../model/checks.ts'
import { dayNumber } from '../expressions/days.ts'
import { parseCitizenId } from '../normalize/citizen-id.ts'
import { isMissing } from '../normalize/missing.ts'
import { parseUscc } from '../normalize/uscc.ts'
import type { Report } from './finding.ts'
import { isLossy, isOtherPaper } from './lossy.ts'
import { type ChunkView, emailType, isMeantAsPhone } from './view.ts'

/** Why a value does not have its format: the code of a reason, or null when it is right. */
type Judge = (value: string) => string | null

/** Digits lost by a table program and papers of another kind are told by their own rule, or by none. */
function judgeCitizenId(value: string): string | null {
  if (isLossy(value) || isOtherPaper(value)) return null
  const parsed = parseCitizenId(value)
  if (!parsed.ok) return parsed.reason.code
  return parsed.value.valid ? null : (parsed.notes?.find((note) => note.code !== 'id-15-digits')?.code ?? 'id-check')
}

function judgeUscc(value: string): string | null {
  if (isLossy(value)) return null
  const parsed = parseUscc(value)
  if (!parsed.ok) return parsed.reason.code
  return parsed.notes?.some((note) => note.code === 'uscc-check') ? 'uscc-check' : null
}

const host =
  /^(?:https?:\/\/)?(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]*[\p{L}\p{N}])?\.)+(?:\p{L}{2,24}|xn--[a-z0-9-]+)(?::\d{1,5})?(?:[/?#]\S*)?$/u

/** `www.` alone is no host in front of an ending, and nobody has been given `.con`. */
const halfHost =
  /^(?:https?:\/\/)?(?:w{4,}\.|ww\.|www\.[^./]+(?:[/:?#]|$))|\.(?:con|cmo|ocm|comm|vom|xom|cpm)(?:[/:?#]|$)/i
const isUrl = (text: string): boolean => text.length <= 300 && host.test(text) && !halfHost.test(text)

const judges: Readonly<Record<Exclude<FormatName, 'phone' | 'email'>, Judge>> = {
  'id-number': judgeCitizenId,
  uscc: judgeUscc,
  date: (value) => (Number.isNaN(dayNumber(value)) ? 'date-shape' : null),
  'partial-date': (value) => (isPartialDate(value) ? null : 'date-shape'),
  url: (value) => (value.split(/[\s、,，;；]+/).every(isUrl) ? null : 'url-shape'),
  number: (value) => (Number.isFinite(Number(value)) ? null : 'number-shape'),
}

/** Judges a value by a format; remembers the last values, because columns repeat themselves. */
export function judgeFormat(format: Exclude<FormatName, 'phone' | 'email'>): Judge {
  return judges[format]
}

/** `1985-06-01`, `1985-06`, `1985`, `--03-08`, `lunar:08-15`, `lunar:1985-08-15`, `lunar:08-15L`. */
export function isPartialDate(value: string): boolean {
  if (value.startsWith('lunar:')) {
    const match = /^lunar:(?:\d{4}-)?(\d\d)-(\d\d)L?$/.exec(value)
    return match !== null && within(Number(match[1]), 1, 12) && within(Number(match[2]), 1, 30)
  }
  if (value.startsWith('--')) return !Number.isNaN(dayNumber(`2000-${value.slice(2)}`))
  if (value.length === 10) return !Number.isNaN(dayNumber(value))
  if (value.length === 7) return !Number.isNaN(dayNumber(`${value}-01`))
  return /^\d{4}$/.test(value)
}

const within = (value: number, least: number, most: number): boolean => value >= least && value <= most

/** Phones or e-mails that could not be read; what says "none" (无, /) is missing and no fault. */
export function findUnreadContacts(what: 'phone' | 'email', { chunk }: ChunkView, report: Report): number {
  const { count, party, type, raw, canonical } = chunk.contacts
  let judged = 0
  for (let i = 0; i < count; i++) {
    const kind = type[i]!
    if (what === 'phone' ? !isMeantAsPhone(kind, raw[i]!, canonical[i]!) : kind !== emailType) continue
    judged++
    if (canonical[i] !== null) continue
    const text = raw[i]!
    if (!isMissing(text) && !isLossy(text.trim())) report(party[i]!, what, text, { why: `${what}-shape` })
  }
  return judged
}
