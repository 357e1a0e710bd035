import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'

/** Dictionary keys that are columns of `party`. */
export const PARTY_FIELDS: ReadonlySet<string> = new Set(['name', ...PARTY_COLUMNS])

/** Dictionary keys that are columns of `customer`; `tier` and `stub` (`1` where it waits to be completed) are kehu's own. */
export const CARD_FIELDS: ReadonlySet<string> = new Set(['tier', 'stub', 'standing', 'directness', ...CUSTOMER_COLUMNS])

/** Days that come from deals, contacts, confirmations and the journal. */
export const DAY_FIELDS: ReadonlySet<string> = new Set([
  ...['first_deal_on', 'last_deal_on', 'last_contact_on', 'confirmed_on', 'updated_on', 'added_on'],
])
