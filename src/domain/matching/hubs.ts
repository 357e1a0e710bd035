import type { Hub } from '../../model/matching.ts'
import type { Prepared } from './prepare.ts'

/** Values that many different names share, most shared first. */
export function hubsOf({ phones, lines, emails, handles, ids }: Prepared): Hub[] {
  const out: Hub[] = []
  const lists = { phone: phones, line: lines, email: emails, handle: handles, id: ids }
  for (const [field, { texts, hub, names, uses }] of Object.entries(lists))
    for (let id = 0; id < texts.length; id++)
      if (hub[id] === 1) out.push({ field, value: texts[id]!, records: uses[id]!, names: names[id]! })
  return out.sort((a, b) => b.names - a.names || (a.value < b.value ? -1 : 1))
}
