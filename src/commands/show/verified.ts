import { businessDay } from '../../domain/calendar.ts'
import { fieldByKey } from '../../domain/dictionary/fields.ts'
import type { ShownValue } from '../../model/view.ts'
import type { Book } from '../../store/book.ts'
import type { CustomerFile } from '../../store/customer-file.ts'
import type { Row } from '../../store/journal.ts'
import { readSettings } from '../../store/settings.ts'
import type { Context } from '../context.ts'
import { verifyMethods } from '../verify/desk/methods.ts'

/** Whether a value was confirmed (核实), by whom, when and how; nothing where nobody ever verified the customer. */
export type Verified = (item: string, value: string) => Pick<ShownValue, 'state' | 'remark'>

/** Confirmations of one customer by item, the newest first; a value that changed since is no longer confirmed. */
export function verifiedOf(ctx: Context, book: Book, { confirmations }: CustomerFile): Verified {
  const newest = new Map<string, Row>()
  for (const row of confirmations)
    if (row['field'] !== null && !newest.has(String(row['field']))) newest.set(String(row['field']), row)
  if (newest.size === 0) return () => ({})
  const zone = readSettings(book).time_zone
  return (item, value) => {
    const row = newest.get(item)
    const held = row !== undefined && (row['state'] === 'confirmed' || row['state'] === 'corrected')
    if (held && row['value'] === value) {
      const method = verifyMethods.find((one) => one === row['method'])
      const how = method === undefined ? '' : ctx.say(`method-${method}`)
      const params = { on: businessDay(String(row['at']), zone), staff: String(row['staff']), how }
      return { state: 'verified', remark: ctx.say('show-verified', params) }
    }
    const [field = ''] = item.split('#')
    return fieldByKey(field)?.verifyScope === undefined ? {} : { state: 'unverified' }
  }
}
