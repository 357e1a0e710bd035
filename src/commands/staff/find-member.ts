import type { AccessPolicy } from '../../model/access.ts'
import { KehuError } from '../../model/errors.ts'
import type { Book } from '../../store/book.ts'
import { findStaff, listStaff, type StaffMember } from '../../store/staff.ts'

/** Somebody on the list. @throws {KehuError} `staff-missing` */
export function memberOf(book: Book, who: string): StaffMember {
  const found = findStaff(book, who)
  if (found === undefined) throw new KehuError('usage', 'staff-missing', { who })
  return found
}

/** Somebody has to be left who may change the list. @throws {KehuError} `staff-last-admin` */
export function keepAdmin(book: Book, policy: AccessPolicy, after: Pick<StaffMember, 'id' | 'post' | 'active'>): void {
  const admins = new Set(policy.posts.filter(({ may }) => may.write.has('staff')).map(({ key }) => key))
  const left = listStaff(book).map((one) => (one.id === after.id ? { ...one, ...after } : one))
  if (!left.some(({ active, post }) => active && admins.has(post ?? '')))
    throw new KehuError('refused', 'staff-last-admin')
}
