import { resolve } from 'node:path'
import { hashFile } from '../../files/hashed-sink.ts'
import { KehuError } from '../../model/errors.ts'
import { codeOf } from '../../model/party-code.ts'
import { type LawfulBasis, lawfulBases } from '../../model/privacy.ts'
import type { ReportTable } from '../../model/report.ts'
import { addDisclosure, type Disclosure, listDisclosures, liveConsents } from '../../store/privacy/consents.ts'
import type { Context } from '../context.ts'
import { oneOf, wholeNumber } from '../flags.ts'
import { note, showListing } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { todayOf, write } from '../write.ts'
import { loadPrivacyPolicy, purposeOf } from './policy.ts'

export interface DiscloseFlags {
  readonly toWhom: string
  readonly what: string
  readonly purpose: string
  readonly basis?: string
  readonly approvedBy?: string
  readonly file?: string
  readonly count?: string
  readonly note?: string
}

/**
 * Enters in the register what was told to others: without the customer's consent or another ground nothing is (SEC-09).
 *
 * @throws {KehuError} `disclosure-no-consent`, `disclosure-not-approved`
 */
export async function disclose(ctx: Context, customer: string | undefined, flags: DiscloseFlags): Promise<void> {
  const book = await ctx.openBook()
  const purpose = purposeOf(loadPrivacyPolicy(ctx, book), flags.purpose)
  const basis: LawfulBasis = flags.basis === undefined ? purpose.basis : oneOf('--basis', flags.basis, lawfulBases)
  const partyId = customer === undefined ? null : await pickCustomer(ctx, book, customer)
  const consent = partyId === null ? undefined : liveConsents(book, partyId, purpose.key)[0]
  if (basis === 'consent' && consent === undefined)
    throw new KehuError('refused', 'disclosure-no-consent', {
      customer: partyId === null ? '—' : codeOf(partyId),
      purpose: purpose[ctx.lang],
      key: purpose.key,
    })
  if ((flags.approvedBy ?? '').trim() === '') throw new KehuError('usage', 'disclosure-not-approved')
  const sha256 = flags.file === undefined ? null : hashFile(resolve(ctx.cwd, flags.file))
  const { result, operation } = write(ctx, book, { kind: 'privacy' }, (step) => {
    const id = addDisclosure(step, {
      ...{ partyId, onDay: todayOf(ctx, book), toWhom: flags.toWhom, what: flags.what },
      rows: flags.count === undefined ? (partyId === null ? null : 1) : wholeNumber('--count', flags.count),
      ...{ purpose: purpose.key, lawfulBasis: basis, consentId: consent?.id ?? null },
      ...{ approvedBy: flags.approvedBy ?? null, staff: ctx.staff, sha256, note: flags.note ?? null },
    })
    return { result: id, summary: { disclosure: id, to: flags.toWhom } }
  })
  note(ctx, ctx.tell({ code: 'disclosure-added', params: { id: result, to: flags.toWhom, operation } }))
  ctx.finish('done')
}

/** Shows the register; of one customer where told. */
export async function showDisclosures(ctx: Context, customer: string | undefined): Promise<void> {
  const book = await ctx.openBook()
  const found = listDisclosures(book, customer === undefined ? undefined : await pickCustomer(ctx, book, customer))
  showListing(ctx, { table: disclosureTable(ctx, found), json: found })
  ctx.finish(found.length === 0 ? 'nothing' : 'done')
}

/** Disclosures as a table. */
export function disclosureTable(ctx: Context, found: readonly Disclosure[]): ReportTable {
  const title = (code: string): string => ctx.tell({ code })
  return {
    key: 'disclosures',
    title: title('privacy-disclosures-summary'),
    columns: [
      { key: 'id', title: ctx.say('column-id'), type: 'integer' },
      { key: 'on', title: title('privacy-on-column'), type: 'date' },
      { key: 'code', title: ctx.say('column-code'), type: 'date' },
      { key: 'to', title: title('privacy-to-whom'), type: 'text' },
      { key: 'what', title: title('privacy-what'), type: 'text' },
      { key: 'rows', title: title('privacy-rows'), type: 'integer' },
      { key: 'purpose', title: title('privacy-purpose'), type: 'date' },
      { key: 'basis', title: title('privacy-basis-column'), type: 'date' },
      { key: 'approved', title: title('privacy-approved-by'), type: 'text' },
    ],
    rows: found.map((one) => [
      ...[one.id, one.onDay, one.partyId === null ? null : codeOf(one.partyId), one.toWhom, one.what, one.rows],
      ...[one.purpose, title(`privacy-basis.${one.lawfulBasis}`), one.approvedBy],
    ]),
    empty: title('disclosures-none'),
  }
}
