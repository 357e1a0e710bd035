import type { InteractionDraft } from '../../model/intake.ts'
import { parseDate } from '../normalize/date.ts'
import type { DateOptions } from '../normalize/date-reading.ts'
import { readChoice } from './choices.ts'

const leadingDate =
  /^[(（【[]?((?:\d{2,4}[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?|\d{8})[)）】\]]?(?:\s+\d{1,2}:\d{2})?\s*[:：,，、-]?\s*/

/** Cuts a cell with the notes of several days: by line, or before each date that begins a sentence. */
function pieces(text: string): string[] {
  return text
    .split(/\n+|[;；。]\s*(?=(?:\d{2,4}[-./年])?\d{1,2}[-./月]\d{1,2}[日号]?\D)/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
}

const kinds: readonly (readonly [RegExp, string])[] = [
  [/未接|无人接|接通|电话|致电|来电|去电|停机|空号|关机|忙音|call|phone/i, 'call'],
  [/微信|短信|发信息|wechat|sms|whatsapp/i, 'message'],
  [/邮件|email|e-mail/i, 'email'],
  [/上门|登门|拜访|走访|实地/, 'visit'],
  [/来访|到访|复访|到店|再看|看房|看样板|带.{0,4}看|参观/, 'walk-in'],
  [/吃饭|宴请|用餐|饭局/, 'meal'],
]

/** What kind of contact a note speaks of; a note that does not say is `other`. */
export const kindOfNote = (text: string): string => kinds.find(([word]) => word.test(text))?.[1] ?? 'other'

/** Reads the follow-up notes of one cell, each with its own date; what has none takes no date from elsewhere. */
export function readTalks(text: string, dates: DateOptions, staff: string | undefined): InteractionDraft[] {
  return pieces(text).map((piece) => {
    const match = leadingDate.exec(piece)
    const day = match === null ? undefined : parseDate(match[1]!, { ...dates, allowSerial: false })
    const on = day?.ok ? day.value.iso : undefined
    const content = on === undefined ? piece : piece.slice(match![0].length).trim()
    return {
      customer: null,
      kind: kindOfNote(content),
      ...(on !== undefined && { on }),
      ...(staff !== undefined && { staff }),
      ...(content !== '' && { content }),
      facts: [],
    }
  })
}

/** The kind a cell names; `other` with the word kept by the caller where it is none of the list. */
export const namedKind = (text: string): string | undefined => readChoice('contact_kind', text)
