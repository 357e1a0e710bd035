import type { AccessGroup } from '../../model/access.ts'

/** Tables by the group whose permission writing them takes. Tables left out are the book's own bookkeeping. */
const GROUP_OF: Readonly<Record<string, AccessGroup>> = {
  party: 'customer',
  customer: 'customer',
  alias: 'customer',
  relation: 'customer',
  party_tag: 'customer',
  judgement: 'customer',
  contact_point: 'contact',
  address: 'address',
  deal: 'deal',
  product: 'deal',
  credit: 'deal',
  interaction: 'interaction',
  plan_item: 'interaction',
  occasion_date: 'interaction',
  greeting: 'interaction',
  preference: 'interaction',
  feedback: 'feedback',
  survey: 'feedback',
  survey_answer: 'feedback',
  demand: 'demand',
  demand_note: 'demand',
  info_item: 'info',
  info_wanted: 'info',
  reward: 'info',
  competitor_note: 'info',
  booking: 'card',
  card_issue: 'card',
  seat: 'card',
  blank_form: 'card',
  confirmation: 'quality',
  waiver: 'quality',
  update_request: 'quality',
  plan_task: 'quality',
  merge: 'match',
  decision: 'match',
  tier_override: 'tier',
  segment: 'tier',
  batch: 'import',
  source_block: 'import',
  staff: 'staff',
  access_review: 'journal',
  consent: 'privacy',
  disclosure: 'privacy',
  subject_request: 'privacy',
  retention_notice: 'privacy',
  disposal: 'privacy',
}

/** Columns of a table that are a group of their own. */
const COLUMN_GROUP: Readonly<Record<string, Readonly<Record<string, AccessGroup>>>> = {
  party: { id_number: 'identity' },
}

/**
 * The groups whose permission a write of these columns takes; empty for the book's own bookkeeping.
 *
 * `isSensitive` tells facts that the dictionary calls sensitive.
 */
export function groupsOfWrite(
  entity: string,
  row: Readonly<Record<string, unknown>>,
  isSensitive: (field: string) => boolean,
): readonly AccessGroup[] {
  if (entity === 'fact') return [isSensitive(String(row['field'] ?? '')) ? 'sensitive' : 'customer']
  const group = GROUP_OF[entity]
  if (group === undefined) return []
  const special = COLUMN_GROUP[entity]
  if (special === undefined) return [group]
  const own = Object.keys(row).flatMap((column) =>
    special[column] !== undefined && (row[column] ?? null) !== null ? [special[column]] : [],
  )
  return [...new Set([group, ...own])]
}
