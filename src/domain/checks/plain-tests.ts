import type { CheckContext, CheckRule } from '../../model/checks.ts'
import { dayNumber, isoDay } from '../expressions/days.ts'
import type { Report } from './finding.ts'
import { findUnreadContacts, judgeFormat } from './formats.ts'
import type { ChunkView } from './view.ts'

/** Runs one rule over a chunk and tells how many values (or parties) it judged. */
export type Runner = (view: ChunkView, concerns: (party: number) => boolean, report: Report) => number

type Rule<Test extends CheckRule['test']> = Extract<CheckRule, { test: Test }>

/** A value that the filter lets through: the loop under every test of single values. */
function eachValue(
  field: string,
  view: ChunkView,
  concerns: (party: number) => boolean,
  judge: (value: string, party: number) => void,
): number {
  const values = view.column(field)
  if (values === undefined) return 0
  let judged = 0
  for (let i = 0; i < view.chunk.count; i++) {
    const value = values[i]!
    if (value === null || !concerns(i)) continue
    judged++
    judge(value, i)
  }
  return judged
}

export function requiredTest(rule: Rule<'required'>): Runner {
  const [place = rule.anyOf[0]!] = rule.fields
  return (view, concerns, report) => {
    const tests = rule.anyOf.map((field) => view.has(field))
    const given = rule.given?.map((field) => view.has(field))
    let judged = 0
    for (let i = 0; i < view.chunk.count; i++) {
      if (!concerns(i) || given?.some((has) => has(i)) === false) continue
      judged++
      let present = false
      for (const has of tests) present ||= has(i)
      if (!present) report(i, place, null)
    }
    return judged
  }
}

export function formatTest(rule: Rule<'format'>): Runner {
  const { format, field } = rule
  if (format === 'phone' || format === 'email') {
    return (view, concerns, report) =>
      findUnreadContacts(format, view, (party, ...rest) => concerns(party) && report(party, ...rest))
  }
  const judge = judgeFormat(format)
  return (view, concerns, report) =>
    eachValue(field, view, concerns, (value, party) => {
      const why = judge(value)
      if (why !== null) report(party, field, value, { why })
    })
}

export function choiceTest(rule: Rule<'choice'>): Runner {
  const allowed = new Set(rule.values)
  return (view, concerns, report) =>
    eachValue(rule.field, view, concerns, (value, party) => {
      if (!allowed.has(value) && !allowed.has(value.toLowerCase())) report(party, rule.field, value)
    })
}

/** Days are compared as texts: partial ones by what they have. Numbers are compared as numbers. */
export function rangeTest(rule: Rule<'range'>, { today }: CheckContext): Runner {
  const bound = (text: string | undefined) => (text === 'today' ? today : text)
  const [min, max] = [bound(rule.min), bound(rule.max)]
  const isDay = [min, max].some((text) => text !== undefined && !Number.isNaN(dayNumber(text)))
  const outside = isDay
    ? (value: string) =>
        /^\d{4}/.test(value) &&
        ((min !== undefined && value < min.slice(0, value.length)) ||
          (max !== undefined && value > max.slice(0, value.length)))
    : (value: string) =>
        (min !== undefined && Number(value) < Number(min)) || (max !== undefined && Number(value) > Number(max))
  const params = { min: min ?? '', max: max ?? '' }
  return (view, concerns, report) =>
    eachValue(rule.field, view, concerns, (value, party) => {
      if (outside(value)) report(party, rule.field, value, params)
    })
}

export function uniqueTest(rule: Rule<'unique'>, { shared }: CheckContext): Runner {
  const holders = shared?.[rule.field]
  return (view, concerns, report) =>
    eachValue(rule.field, view, concerns, (value, party) => {
      const count = holders?.get(value)
      if (count !== undefined && count > 1) report(party, rule.field, value, { count })
    })
}

export function freshTest(rule: Rule<'fresh'>, { today }: CheckContext): Runner {
  const oldest = isoDay(dayNumber(today) - rule.days)
  return (view, concerns, report) => {
    const columns = rule.fields.map((field) => view.column(field)).filter((column) => column !== undefined)
    let judged = 0
    for (let i = 0; i < view.chunk.count; i++) {
      let latest = ''
      for (const column of columns) {
        const day = column[i]!
        if (day !== null && day > latest) latest = day
      }
      if (latest === '' || !concerns(i)) continue
      judged++
      if (latest.slice(0, 10) < oldest) report(i, rule.fields[0]!, latest.slice(0, 10), { days: rule.days })
    }
    return judged
  }
}
