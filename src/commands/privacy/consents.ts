import { addMonths } from '../../domain/calendar.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { type LawfulBasis, lawfulBases } from '../../model/privacy.ts'
import type { ReportTable } from '../../model/report.ts'
import { addConsent, type Consent, listConsents, liveConsents } from '../../store/privacy/consents.ts'
import type { Context } from '../context.ts'
import { dayFlag, oneOf } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'
import { loadPrivacyPolicy, purposeOf } from './policy.ts'

export interface ConsentFlags {
  readonly purpose: string
  readonly scope?: string
  readonly told?: string
  readonly proof?: string
  readonly basis?: string
  readonly on?: string
  readonly review?: string
}

/** Keeps what a customer agreed to: for what, how far, how they were told, and the proof (SEC-02). @throws {KehuError} `consent-not-told` */
export async function giveConsent(ctx: Context, customer: string, flags: ConsentFlags): Promise<void> {
  const book = await ctx.openBook()
  const purpose = purposeOf(loadPrivacyPolicy(ctx, book), flags.purpose)
  const basis: LawfulBasis = flags.basis === undefined ? purpose.basis : oneOf('--basis', flags.basis, lawfulBases)
  if (basis === 'consent' && (flags.told ?? '').trim() === '') throw new KehuError('usage', 'consent-not-told')
  const partyId = await pickCustomer(ctx, book, customer)
  const givenOn = flags.on === undefined ? todayOf(ctx, book) : dayFlag(ctx, '--on', flags.on)
  const later = purpose.reviewMonths === null ? null : addMonths(givenOn, purpose.reviewMonths)
  const reviewOn = flags.review === undefined ? later : dayFlag(ctx, '--review', flags.review)
  const { operation } = write(ctx, book, { kind: 'privacy' }, (step) => ({
    result: addConsent(step, {
      ...{ partyId, purpose: purpose.key, scope: flags.scope ?? null, lawfulBasis: basis },
      ...{ wayTold: flags.told ?? null, givenOn, proof: flags.proof ?? null, reviewOn },
    }),
    summary: { consent: purpose.key, customer: codeOf(partyId) },
  }))
  note(
    ctx,
    ctx.tell({
      code: 'consent-added',
      params: { customer: codeOf(partyId), purpose: purpose[ctx.lang], review: reviewOn ?? '—', operation },
    }),
  )
  ctx.finish('done')
}

/** Notes that a customer takes a consent back; from then on they are on no list for it. @throws {KehuError} `consent-none` */
export async function withdrawConsent(
  ctx: Context,
  customer: string,
  flags: { readonly purpose: string; readonly way?: string; readonly on?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const purpose = purposeOf(loadPrivacyPolicy(ctx, book), flags.purpose)
  const partyId = await pickCustomer(ctx, book, customer)
  const on = flags.on === undefined ? todayOf(ctx, book) : dayFlag(ctx, '--on', flags.on)
  const held = liveConsents(book, partyId, purpose.key)
  const patch = { withdrawn_on: on, withdrawn_way: flags.way ?? null }
  const { operation } = write(ctx, book, { kind: 'privacy' }, (step) => {
    for (const { id } of held) step.update('consent', id, patch)
    // Who never was asked may still say no: that is kept just as well.
    if (held.length === 0)
      step.insert('consent', {
        party_id: partyId,
        purpose: purpose.key,
        lawful_basis: 'consent',
        given_on: on,
        ...patch,
      })
    return { result: held.length, summary: { withdrawn: purpose.key, customer: codeOf(partyId) } }
  })
  const params = { customer: codeOf(partyId), purpose: purpose[ctx.lang], operation }
  note(ctx, ctx.tell({ code: 'consent-withdrawn', params }))
  ctx.finish('done')
}

/** Lists consents: of one customer, of all, or those to be asked for again until a day. */
export async function showConsents(
  ctx: Context,
  customer: string | undefined,
  flags: { readonly due?: string },
): Promise<void> {
  const book = await ctx.openBook()
  const id = customer === undefined ? undefined : await pickCustomer(ctx, book, customer)
  const due = flags.due === undefined ? undefined : dayFlag(ctx, '--due', flags.due)
  const found = listConsents(book, { id, due })
  const policy = loadPrivacyPolicy(ctx, book)
  const word = (key: string): string => policy.purposes.find((one) => one.key === key)?.[ctx.lang] ?? key
  showListing(ctx, {
    table: consentTable(ctx, found, word),
    json: found.map(({ partyId, ...one }) => ({ ...one, code: codeOf(partyId) })),
  })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

/** Consents as a table. */
export function consentTable(ctx: Context, found: readonly Consent[], word: (key: string) => string): ReportTable {
  const title = (code: string): string => ctx.tell({ code })
  return {
    key: 'consents',
    title: title('privacy-consents-summary'),
    columns: [
      { key: 'code', title: ctx.say('column-code'), type: 'date' },
      { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
      { key: 'purpose', title: title('privacy-purpose'), type: 'text' },
      { key: 'basis', title: title('privacy-basis-column'), type: 'date' },
      { key: 'given', title: title('privacy-given'), type: 'date' },
      { key: 'told', title: title('privacy-told'), type: 'text' },
      { key: 'review', title: title('privacy-review'), type: 'date' },
      { key: 'withdrawn', title: title('privacy-withdrawn'), type: 'date' },
      { key: 'scope', title: title('privacy-scope'), type: 'text' },
      { key: 'proof', title: title('privacy-proof'), type: 'text' },
    ],
    rows: found.map((one) => [
      ...[codeOf(one.partyId), one.name, word(one.purpose), title(`privacy-basis.${one.lawfulBasis}`), one.givenOn],
      ...[one.wayTold, one.reviewOn, one.withdrawnOn, one.scope, one.proof],
    ]),
    empty: title('consents-none'),
  }
}

/** Lists what personal data is used for here, on which ground. */
export async function listPurposes(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const { purposes } = loadPrivacyPolicy(ctx, book)
  showListing(ctx, {
    table: {
      key: 'purposes',
      title: ctx.tell({ code: 'privacy-purposes-summary' }),
      columns: [
        { key: 'key', title: ctx.tell({ code: 'privacy-key' }), type: 'date' },
        { key: 'purpose', title: ctx.tell({ code: 'privacy-purpose' }), type: 'text' },
        { key: 'basis', title: ctx.tell({ code: 'privacy-basis-column' }), type: 'text' },
        { key: 'months', title: ctx.tell({ code: 'privacy-review-months' }), type: 'integer' },
      ],
      rows: purposes.map((one) => [
        one.key,
        one[ctx.lang],
        ctx.tell({ code: `privacy-basis.${one.basis}` }),
        one.reviewMonths,
      ]),
    },
  })
  ctx.finish('done')
}
