import type { ContactType, CustomerRef, PartyDraft } from '../../model/intake.ts'
import { nameKind } from '../normalize/name-kind.ts'

/** Who stands for all customers that nobody knows: buyers over the counter. */
const WALK_IN = '散客（未留名）'

/** A customer of whom only what a deal or contact says is known: waits to be completed (待补). */
export function stubDraft({ code, name, phone, uscc }: CustomerRef): PartyDraft {
  if (code === undefined && name === undefined && phone === undefined && uscc === undefined)
    return {
      role: 'customer',
      values: { kind: 'person', name: WALK_IN },
      contacts: [],
      addresses: [],
      facts: [],
      aliases: [],
    }
  const kind = uscc !== undefined || (name !== undefined && nameKind(name) === 'org') ? 'org' : 'person'
  return {
    role: 'customer',
    values: {
      kind,
      ...(name === undefined ? {} : { name }),
      ...(uscc === undefined ? {} : { uscc }),
      ...(code === undefined ? {} : { source_code: code }),
    },
    contacts: phone === undefined ? [] : [{ type: typeOf(phone), raw: phone, canonical: phone }],
    addresses: [],
    facts: [],
    aliases: [],
  }
}

function typeOf(phone: string): ContactType {
  if (phone.startsWith('+')) return 'intl'
  if (/^[48]00-/.test(phone)) return 'service'
  return phone.startsWith('0') ? 'landline' : 'mobile'
}
