import type { IsoDate, IsoInstant } from '../model/units.ts'
import { folded } from './vcard.ts'

/** A day to be remembered. */
export interface CalendarDay {
  /** The same day keeps the same id from export to export. */
  readonly id: string
  readonly on: IsoDate
  readonly title: string
  readonly note?: string
  /** Comes back every year; lunar days don't, and are given year by year. */
  readonly yearly?: boolean
  /** Days before it at which to be reminded. */
  readonly remindDays?: number
}

/** Source: RFC 5545 3.3.11. */
const escaped = (text: string): string => text.replace(/([\\,;])/g, '\\$1').replace(/\r\n|\r|\n/g, '\\n')
const basic = (text: string): string => text.replace(/[-:]/g, '').replace(/\.\d+/, '')

/** Days as an iCalendar file of whole-day events, to be taken up by phones and Outlook. */
export function calendarText(days: readonly CalendarDay[], madeAt: IsoInstant): string {
  const events = days.flatMap(({ id, on, title, note, yearly = false, remindDays }) => [
    'BEGIN:VEVENT',
    `UID:${escaped(id)}@kehu`,
    `DTSTAMP:${basic(madeAt)}`,
    `DTSTART;VALUE=DATE:${basic(on)}`,
    `SUMMARY:${escaped(title)}`,
    ...(note === undefined ? [] : [`DESCRIPTION:${escaped(note)}`]),
    ...(yearly ? ['RRULE:FREQ=YEARLY'] : []),
    'TRANSP:TRANSPARENT',
    ...(remindDays === undefined
      ? []
      : ['BEGIN:VALARM', 'ACTION:DISPLAY', `DESCRIPTION:${escaped(title)}`, `TRIGGER:-P${remindDays}D`, 'END:VALARM']),
    'END:VEVENT',
  ])
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//kehu//kehu//ZH',
    'CALSCALE:GREGORIAN',
    ...events,
    'END:VCALENDAR',
  ]
    .map(folded)
    .join('')
}
