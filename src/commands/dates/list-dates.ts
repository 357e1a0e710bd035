import { resolve } from 'node:path'
import { addDays, partsOf } from '../../domain/calendar.ts'
import { choiceMeant } from '../../domain/edits/find-word.ts'
import { nextOccasion } from '../../domain/occasions/coming.ts'
import { writeTextFile } from '../../files/write-file.ts'
import { occasionKinds, relationTypes } from '../../model/desk.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { type CalendarDay, calendarText } from '../../render/ics.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { dayText, occasionLabel } from '../show/desk-sections.ts'
import { labelIn } from '../word-of.ts'
import { todayOf } from '../write.ts'
import { type ComingDay, findDates, keyOf } from './find-dates.ts'

export interface DatesFlags {
  readonly within: string
  readonly kind?: string
  readonly owner?: string
  readonly open: boolean
  readonly ics?: string
  readonly limit: string
}

/** The days that come, with whom to greet, and what they like; or as a calendar file. */
export async function listDates(ctx: Context, flags: DatesFlags): Promise<void> {
  const book = await ctx.openBook()
  const today = todayOf(ctx, book)
  const { days: lines, more } = findDates(book, {
    today,
    within: daysOf(flags.within),
    kind: flags.kind === undefined ? undefined : (choiceMeant(occasionKinds, flags.kind)?.value ?? flags.kind),
    owner: flags.owner,
    open: flags.open,
    limit: flags.ics === undefined ? wholeNumber('--limit', flags.limit) : Number.POSITIVE_INFINITY,
  })
  if (flags.ics !== undefined) {
    const path = resolve(ctx.cwd, flags.ics)
    await writeTextFile(
      path,
      calendarText(
        lines.flatMap((line) => calendarDays(ctx, line)),
        ctx.now(),
      ),
    )
    note(ctx, ctx.tell({ code: 'dates-written', params: { path: flags.ics, count: lines.length } }))
    return ctx.finish(lines.length === 0 ? 'nothing' : 'done')
  }
  showDates(ctx, lines, more)
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

function showDates(ctx: Context, lines: readonly ComingDay[], more: number): void {
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'dates',
      title: say('dates-summary'),
      columns: [
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'in', title: say('column-in-days'), type: 'text' },
        { key: 'who', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'what', title: say('column-occasion'), type: 'text' },
        { key: 'day', title: say('column-day-told'), type: 'text' },
        { key: 'tier', title: ctx.say('column-tier'), type: 'text' },
        { key: 'phone', title: ctx.say('column-phone'), type: 'date', personal: 'phone' },
        { key: 'habits', title: say('column-habits'), type: 'text' },
        { key: 'greeted', title: say('column-greeted'), type: 'text' },
      ],
      rows: lines.map((line) => [
        line.on,
        ctx.tell({ code: line.inDays === 0 ? 'dates-today' : 'dates-in', params: { days: line.inDays } }),
        whoText(ctx, line),
        whatText(ctx, line),
        dayText(ctx, line.day),
        line.tier,
        line.phone,
        line.habits.join('、'),
        say(line.greeted ? 'dates-greeted' : 'dates-not-greeted'),
      ]),
      empty: say('dates-none'),
    },
    json: lines.map((line) => ({
      on: line.on,
      inDays: line.inDays,
      years: line.years,
      code: codeOf(line.customerId),
      customer: line.customer,
      person: line.person,
      relation: line.relation,
      kind: line.kind,
      label: line.label,
      day: line.day,
      tier: line.tier,
      owner: line.owner,
      phone: line.phone,
      habits: line.habits,
      greeted: line.greeted,
    })),
    ...(more === 0 ? {} : { after: ctx.tell({ code: 'dates-more', params: { count: more } }) }),
  })
}

/** 李秀英（王建国的家人 妻子） */
function whoText(ctx: Context, { customer, person, relation, title }: ComingDay): string {
  if (person === null) return customer
  const tie = title ?? labelIn(ctx, relationTypes, relation)
  return ctx.tell({ code: 'dates-who', params: { person, customer, tie } })
}

const whatText = (ctx: Context, line: ComingDay): string => {
  const label = occasionLabel(ctx, { kind: line.kind, label: line.label })
  if (line.years === null) return label
  return ctx.tell({
    code: line.kind === 'birthday' ? 'dates-age' : 'dates-years',
    params: { label, years: line.years },
  })
}

const YEARS_AHEAD = 5

/** A solar day comes back by itself; lunar days and 29 February are given year by year. */
function calendarDays(ctx: Context, line: ComingDay): CalendarDay[] {
  const title = `${whoText(ctx, line)} ${occasionLabel(ctx, { kind: line.kind, label: line.label })}`
  const isYearly = !line.day.startsWith('lunar:') && !line.day.endsWith('02-29')
  const at = isYearly ? [line.on] : daysAhead(line)
  return at.map((on) => ({
    id: `${codeOf(line.partyId)}-${keyOf(line)}${isYearly ? '' : `-${partsOf(on)[0]}`}`,
    on,
    title,
    note: dayText(ctx, line.day),
    ...(isYearly ? { yearly: true } : {}),
    ...(line.lead === null ? {} : { remindDays: line.lead }),
  }))
}

function daysAhead({ day, on }: ComingDay): string[] {
  const days = [on]
  while (days.length < YEARS_AHEAD) {
    const next = nextOccasion(day, addDays(days.at(-1)!, 1))
    if (next === null) break
    days.push(next.on)
  }
  return days
}

/** 14d, 2w, 1m, 14天, 2周, 1个月. @throws {KehuError} `flag-bad-value` */
function daysOf(text: string): number {
  const [, count, unit = 'd'] = /^(\d{1,4})\s*(d|w|m|天|日|周|个月|月)?$/.exec(text.normalize('NFKC').trim()) ?? []
  if (count === undefined)
    throw new KehuError('usage', 'flag-bad-value', { flag: '--within', value: text, expected: '14d | 2w | 1m' })
  return Number(count) * (/w|周/.test(unit) ? 7 : /m|月/.test(unit) ? 31 : 1)
}
