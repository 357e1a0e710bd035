import type { Row } from '../journal.ts'

/** How the rows of a table that belong to a person are treated: taken away, or kept for counting with these columns emptied. */
export type EraseRule =
  | { readonly by: readonly string[]; readonly remove: true }
  | { readonly by: readonly string[]; readonly blank: Row }

const GONE = '■■'

/** Columns of a party that say who it is. What is left is its kind and its region: nobody. */
export const PARTY_BLANK: Row = {
  name_key: '',
  pinyin: '',
  initials: '',
  ...Object.fromEntries(
    [
      ...['surname', 'given_name', 'honorific', 'gender', 'birth', 'age_band', 'age_band_on', 'id_number', 'uscc'],
      ...['short_name', 'english_name', 'title', 'department', 'occupation', 'employer', 'education', 'industry'],
      ...['legal_rep', 'website', 'remark'],
    ].map((column) => [column, null]),
  ),
}

/**
 * Tables whose rows belong to a person. What was sold, when somebody called, how many complained stays, so that the
 * totals of old reports stay; who it was, and every word about them, goes. A test holds this list to the schema.
 */
export const eraseRules: Readonly<Record<string, EraseRule>> = {
  customer: { by: ['party_id'], blank: { source_code: null } },
  // Husks stay of these three, so that a report of an old week still counts that a value was changed.
  contact_point: { by: ['party_id'], blank: { raw: GONE, canonical: null, ext: null, label: null } },
  address: {
    by: ['party_id'],
    blank: {
      raw: GONE,
      ...Object.fromEntries(
        ['province', 'city', 'district', 'street', 'division', 'postcode', 'country'].map((one) => [one, null]),
      ),
    },
  },
  alias: { by: ['party_id'], remove: true },
  fact: { by: ['party_id'], blank: { value: GONE, raw: null, as_of: null, method: null } },
  relation: { by: ['from_id', 'to_id'], remove: true },
  judgement: { by: ['party_id'], remove: true },
  occasion_date: { by: ['party_id'], remove: true },
  greeting: { by: ['party_id'], remove: true },
  preference: { by: ['party_id'], remove: true },
  party_tag: { by: ['party_id'], remove: true },
  submission: { by: ['party_id'], remove: true },
  match_pair: { by: ['a', 'b'], remove: true },
  decision: { by: ['a', 'b'], remove: true },
  finding: { by: ['party_id'], remove: true },
  waiver: { by: ['party_id'], remove: true },
  retention_notice: { by: ['party_id'], blank: { why: null } },
  segment_member: { by: ['party_id'], remove: true },
  segment_move: { by: ['party_id'], blank: {} },
  credit: { by: ['party_id'], remove: true },
  competitor_note: { by: ['party_id'], remove: true },
  confirmation: { by: ['party_id'], blank: { value: null, note: null } },
  deal: { by: ['party_id'], blank: { unit: null, order_no: null, remark: null, facts: null } },
  interaction: {
    by: ['party_id'],
    blank: { people: null, purpose: null, place: null, content: null, next_on: null, facts: null },
  },
  plan_item: { by: ['party_id'], blank: { purpose: null, content: null, state: 'dropped' } },
  feedback: { by: ['party_id'], blank: { content: GONE, analysis: null, answer: null } },
  survey_answer: { by: ['party_id'], blank: { answers: '{}' } },
  demand: {
    by: ['party_id'],
    blank: {
      content: GONE,
      wishes: '{}',
      feasibility: null,
      cost_benefit: null,
      market_competition: null,
      conclusion: null,
    },
  },
  info_item: { by: ['party_id', 'provider_id'], blank: { provider: GONE, phone: null, content: GONE } },
  reward: { by: ['party_id'], blank: { provider: GONE, note: null } },
  booking: { by: ['party_id'], blank: { name: GONE, phone: null, note: null } },
  seat: { by: ['party_id'], blank: { name: GONE } },
  card_issue: { by: ['party_id'], blank: { shown_as: GONE } },
  update_request: { by: ['party_id'], blank: { wanted: null, answer: null } },
  subject_request: { by: ['party_id'], blank: { wanted: null, identity: null, answer: null } },
  consent: { by: ['party_id'], blank: { proof: null } },
  disclosure: { by: ['party_id'], blank: { note: null } },
  disposal: { by: ['party_id'], blank: {} },
  merge: { by: ['survivor', 'absorbed'], blank: { evidence: null, taken: '{}' } },
  tier_assignment: { by: ['party_id'], blank: { facts: '{}', unknowns: null } },
  tier_move: { by: ['party_id'], blank: { facts: '{}' } },
  tier_override: { by: ['party_id'], blank: { reason: GONE } },
  source_row: { by: ['party_id'], blank: { reason: null, notes: null } },
  verify_draft: { by: ['party_id'], remove: true },
  access_log: { by: ['party_id'], blank: { filter: null } },
}

/** Rows that hang on a person's rows without naming the person. */
export const hangingRules: Readonly<Record<string, { readonly on: string; readonly by: string; readonly blank: Row }>> =
  {
    demand_note: { on: 'demand', by: 'demand_id', blank: { content: null } },
  }
