import { wallClock } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ReportCell, ReportTable, ReportView } from '../../model/report.ts'
import type { ShownValue } from '../../model/view.ts'
import { readLooks } from '../../store/access-log.ts'
import type { Book } from '../../store/book.ts'
import { readCustomerFile } from '../../store/customer-file.ts'
import { readDeskFile } from '../../store/desk-file.ts'
import { listConsents, listDisclosures } from '../../store/privacy/consents.ts'
import type { SubjectRequest } from '../../store/privacy/subject-requests.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { customerView } from '../show/customer-view.ts'
import { todayOf } from '../write.ts'
import { consentTable } from './consents.ts'
import { disclosureTable } from './disclosures.ts'
import { loadPrivacyPolicy } from './policy.ts'

/**
 * What a person is told who asks what is kept of them: every value with where it came from, what it is used for and on
 * which ground, to whom it was told, who looked at it, how long it is kept, and what else they may ask for.
 */
export function answerView(ctx: Context, book: Book, request: SubjectRequest, words: string | undefined): ReportView {
  const say = (code: string, params: Record<string, string | number> = {}): string => ctx.tell({ code, params })
  const today = todayOf(ctx, book)
  const file = readCustomerFile(book, request.partyId, -1)
  const view = customerView(ctx, book, { file, desk: readDeskFile(book, request.partyId), today })
  const values: ReportTable[] = view.sections.map(({ key, title, values: all = [], table }) =>
    table === undefined ? valueTable(ctx, key, title, all) : { ...table, title },
  )
  const { purposes, retention, answerDays } = loadPrivacyPolicy(ctx, book)
  const word = (key: string): string => purposes.find((one) => one.key === key)?.[ctx.lang] ?? key
  const rights = say('answer-rights', { days: answerDays })
  const keeping = retention
    .filter((rule) => rule.class !== 'source-rows')
    .map((rule) => say(`answer-retention.${rule.class}`, { days: rule.after }))
  return {
    key: 'answer',
    title: say('answer-title', { kind: say(`subject-request.${request.kind}`) }),
    subtitle: say('answer-subtitle', {
      id: request.id,
      asked: request.askedOn,
      on: today,
      code: codeOf(request.partyId),
    }),
    lang: ctx.lang,
    madeAt: ctx.now(),
    sections: [
      { key: 'who', title: say('answer-who'), lead: [view.name, ...(words === undefined ? [] : [words])].join('\n') },
      {
        key: 'values',
        title: say('answer-values'),
        tables: [valueTable(ctx, 'first', '', view.first), ...values].filter(({ rows }) => rows.length > 0),
      },
      { key: 'use', title: say('answer-use'), tables: [useTable(ctx, book, file.party)] },
      {
        key: 'consents',
        title: say('privacy-consents-summary'),
        tables: [consentTable(ctx, listConsents(book, { id: request.partyId }), word)],
      },
      {
        key: 'disclosures',
        title: say('privacy-disclosures-summary'),
        tables: [disclosureTable(ctx, listDisclosures(book, request.partyId))],
      },
      { key: 'looks', title: say('answer-looks'), tables: [looksTable(ctx, book, request.partyId)] },
      { key: 'rights', title: say('answer-keeping'), lead: [...keeping, rights].join('\n') },
    ],
  }
}

const valueTable = (ctx: Context, key: string, title: string, all: readonly ShownValue[]): ReportTable => ({
  key,
  title,
  columns: [
    { key: 'field', title: ctx.say('column-name'), type: 'text' },
    { key: 'value', title: ctx.say('column-value'), type: 'text' },
    { key: 'from', title: ctx.tell({ code: 'answer-from' }), type: 'text' },
  ],
  rows: all.map(({ label, value, from }) => [label, value, from === undefined ? null : [from].flat().join('；')]),
})

/** What each kept field is for, as the dictionary says. */
function useTable(ctx: Context, book: Book, party: Readonly<Record<string, unknown>>): ReportTable {
  const facts = readCustomerFile(book, Number(party['id']), 0).facts.map((row) => String(row['field']))
  const keys = [...Object.keys(party).filter((key) => (party[key] ?? null) !== null), ...facts, 'mobile', 'address']
  const rows = [...new Set(keys)].flatMap((key): ReportCell[][] => {
    const field = fieldByKey(key)
    if (field === undefined) return []
    return [[field[ctx.lang], field.purpose[ctx.lang], ctx.tell({ code: `report.sensitivity.${field.sensitivity}` })]]
  })
  return {
    key: 'use',
    title: '',
    columns: [
      { key: 'field', title: ctx.say('column-name'), type: 'text' },
      { key: 'purpose', title: ctx.tell({ code: 'privacy-purpose' }), type: 'text' },
      { key: 'class', title: ctx.tell({ code: 'answer-class' }), type: 'text' },
    ],
    rows,
  }
}

/** Who looked at this person, as far as it was noted. */
function looksTable(ctx: Context, book: Book, partyId: number): ReportTable {
  const zone = readSettings(book).time_zone
  return {
    key: 'looks',
    title: '',
    columns: [
      { key: 'at', title: ctx.say('column-at'), type: 'text' },
      { key: 'post', title: ctx.tell({ code: 'answer-by' }), type: 'text' },
      { key: 'what', title: ctx.say('column-what'), type: 'text' },
    ],
    rows: readLooks(book, { partyId, limit: 500 }).map((one) => [wallClock(one.at, zone), one.post ?? '—', one.what]),
    empty: ctx.tell({ code: 'answer-no-looks' }),
  }
}
