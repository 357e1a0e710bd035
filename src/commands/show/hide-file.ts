import { fieldByKey } from '../../domain/dictionary/fields.ts'
import { maskAddress, maskCell, maskId, maskPhone } from '../../domain/masking.ts'
import type { AccessGroup } from '../../model/access.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { DeskFile } from '../../store/desk-file.ts'
import type { Row } from '../../store/journal.ts'
import type { Context } from '../context.ts'

const shown = (hide: (text: string) => string, row: Row, columns: readonly string[]): Row => ({
  ...row,
  ...Object.fromEntries(columns.flatMap((one) => (typeof row[one] === 'string' ? [[one, hide(row[one])]] : []))),
})

/** A handle says nothing by its shape (WeChat, QQ): its first character stays. */
const maskHandle = (text: string): string => `${[...text][0] ?? ''}****`

function contact(row: Row): Row {
  const type = String(row['type'])
  const hide =
    type === 'email'
      ? (text: string) => maskCell(text, 'email')
      : /^(mobile|landline|service|intl|fax)$/.test(type)
        ? maskPhone
        : maskHandle
  return shown(hide, row, ['canonical', 'raw'])
}

/**
 * What the book holds of a customer as the person at work may read it: numbers, handles and addresses hidden by field,
 * which a shape alone would not tell, and what their post doesn't read left out.
 */
export function hideFile(ctx: Context, file: CustomerFile): CustomerFile {
  const { hidden, identity } = ctx.session
  // Of who was erased only days and amounts are left; that there once was a number says nothing to anybody.
  if (file.party['status'] === 'anonymised') return { ...file, contacts: [], addresses: [], facts: [] }
  if (identity === null) return file
  const may = (group: AccessGroup): boolean => identity.post.may.read.has(group)
  const all = file.contacts.map((row) => (hidden.has('contact') ? contact(row) : row))
  return {
    ...file,
    party: hidden.has('identity') ? shown(maskId, file.party, ['id_number']) : file.party,
    contacts: may('contact') ? all : [],
    addresses: may('address')
      ? file.addresses.map((row) =>
          hidden.has('address') ? { ...shown(maskAddress, row, ['raw']), street: null } : row,
        )
      : [],
    facts: may('sensitive')
      ? file.facts
      : file.facts.filter((row) => fieldByKey(String(row['field']))?.sensitivity !== 'sensitive'),
    interactions: may('interaction') ? file.interactions : [],
    deals: may('deal') ? file.deals : [],
    dealTotals: may('deal') ? file.dealTotals : { count: 0, amount: 0, lastOn: null },
    findings: may('quality') ? file.findings : [],
  }
}

/** What the desk keeps of a customer, as far as the post of the person at work reads it. */
export function hideDesk(ctx: Context, desk: DeskFile): DeskFile {
  const { identity } = ctx.session
  if (identity === null) return desk
  const may = (group: AccessGroup): boolean => identity.post.may.read.has(group)
  return {
    ...desk,
    ...(may('interaction')
      ? {}
      : { plans: [], notes: [], dates: [], preferences: [], lastContact: undefined, cost: 0 }),
    ...(may('feedback') ? {} : { feedback: [], surveys: [] }),
    ...(may('demand') ? {} : { demands: [] }),
    ...(may('deal') ? {} : { credits: [] }),
    ...(may('info') ? {} : { rivals: [] }),
  }
}
