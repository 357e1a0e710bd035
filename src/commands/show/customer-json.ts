import { codeOf } from '../../model/party-code.ts'
import { CUSTOMER_COLUMNS, PARTY_COLUMNS } from '../../model/party-columns.ts'
import type { Row } from '../../store/journal.ts'
import type { ViewParts } from './customer-view.ts'
import { newestFacts } from './row-values.ts'

/** Columns of the book's own, that say nothing to a reader of JSON. */
const INSIDE: ReadonlySet<string> = new Set([
  ...[
    'operation_id',
    'source_row_id',
    'party_id',
    'source_key',
    'source_id',
    'name_key',
    'from_id',
    'to_id',
    'direction',
  ],
  ...['other_id', 'other_name', 'duplicate_of', 'interaction_id', 'key', 'first_run', 'last_run'],
])

/** A row as JSON has it: empty columns left out, JSON texts opened. Money is in 分. */
function plain(row: Row): Record<string, unknown> {
  const entries = Object.entries(row).filter(([name, value]) => value !== null && !INSIDE.has(name))
  return Object.fromEntries(entries.map(([name, value]) => [name, JSONS.has(name) ? JSON.parse(String(value)) : value]))
}
const JSONS: ReadonlySet<string> = new Set(['facts', 'wishes', 'answers', 'params'])

/** One customer as `--json` shows it; the shape is told in docs/desk.md. */
export function customerJson({ file, desk }: ViewParts): Record<string, unknown> {
  const { party, customer, tier } = file
  const picked = (row: Row | undefined, keys: readonly string[]): Record<string, unknown> =>
    Object.fromEntries(keys.flatMap((key) => ((row?.[key] ?? null) === null ? [] : [[key, row![key]]])))
  const facts = newestFacts(file.facts).map((row) => [row['field'], row['value']])
  return {
    code: codeOf(Number(party['id'])),
    name: party['name'],
    kind: party['kind'],
    state: party['status'],
    isCustomer: customer !== undefined,
    tier: tier?.['level'] ?? customer?.['tier'] ?? null,
    tags: desk.tags,
    values: { ...picked(party, PARTY_COLUMNS), ...picked(customer, CUSTOMER_COLUMNS), ...Object.fromEntries(facts) },
    contacts: file.contacts.map((row) => ({
      type: row['type'],
      value: row['canonical'] ?? row['raw'],
      readable: row['canonical'] !== null,
      ...picked(row, ['ext', 'label']),
    })),
    addresses: file.addresses.map((row) =>
      picked(row, ['use', 'raw', 'province', 'city', 'district', 'street', 'division', 'postcode', 'country']),
    ),
    aliases: file.aliases.map((row) => picked(row, ['name', 'reason'])),
    relations: file.relations.map((row) => ({
      ...picked(row, ['type', 'title', 'decision_role', 'since', 'until', 'note']),
      direction: row['direction'],
      other: { code: codeOf(Number(row['other_id'])), name: row['other_name'] },
    })),
    deals: { ...file.dealTotals, lines: file.deals.map(plain) },
    interactions: file.interactions.map((row) => ({
      ...plain(row),
      customer_initiated: row['customer_initiated'] === null ? null : row['customer_initiated'] === 1,
      major: row['major'] === 1,
    })),
    lastContactOn: desk.lastContact?.['on_day'] ?? null,
    nextContactOn: desk.nextOn,
    contactCost: desk.cost,
    dates: desk.dates.map(plain),
    preferences: desk.preferences.map((row) => ({ ...plain(row), likes: row['likes'] === 1 })),
    plans: desk.plans.map(plain),
    feedback: desk.feedback.map(plain),
    demands: desk.demands.map(plain),
    credit: desk.credits.map(plain),
    seats: desk.seats.map(({ others, ...meal }) => ({ ...meal, others: others === null ? [] : others.split('\n') })),
    competitors: desk.rivals.map(plain),
    surveys: desk.surveys.map(plain),
    notes: desk.notes.map((row) => ({ on: row['as_of'], by: row['collected_by'], text: row['value'] })),
    judgements: file.judgements.map(plain),
    findings: file.findings.map(plain),
    merged: file.absorbed.map(codeOf),
  }
}
