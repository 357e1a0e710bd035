import type { Column } from '../model/report.ts'
import type { Context } from './context.ts'

/**
 * A phone, e-mail, number of a document or address as the person at the desk may see it. Lists and choices of customers
 * draw personal values through here and nowhere else, so that what a role hides is decided in one place.
 */
export function seen(_ctx: Context, _personal: NonNullable<Column['personal']>, text: string | null): string | null {
  return text
}
