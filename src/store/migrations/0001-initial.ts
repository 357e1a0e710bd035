/**
 * First tables. Frozen once released: later changes go into a new file, never into this one.
 *
 * Every table that holds what people believe has `operation_id` (the operation that made the row) and, where it came
 * from a file, `source_row_id`. Codes are kept in one place (`party.id`); absorbed parties point at their survivor and
 * keep their children, so that a merge moves pointers and never data.
 */
export const initial = `
create table setting (key text primary key, value text not null) strict, without rowid;

create table operation (
  id integer primary key, kind text not null, command text not null, staff text not null, reason text,
  started_at text not null, ended_at text, state text not null check (state in ('open', 'done', 'undone')),
  undoes integer references operation (id) deferrable initially deferred, undone_by integer references operation (id),
  summary text not null default '{}', previous_digest text, digest text
) strict;

create table change (
  id integer primary key, operation_id integer not null references operation (id),
  entity text not null, row_id integer not null, last_id integer not null,
  action text not null check (action in ('insert', 'update', 'delete')), before any, after any
) strict;
create index change_by_operation on change (operation_id);
create index change_by_row on change (entity, row_id, last_id);

create table staff (
  id integer primary key, login text not null unique, name text not null, post text, active integer not null default 1,
  operation_id integer not null references operation (id)
) strict;

create table policy (
  id integer primary key, kind text not null, name text not null, version integer not null, document text not null,
  sha256 text not null, loaded_at text not null, unique (kind, name, version)
) strict;

create table source (
  id integer primary key, name text not null unique, class text, kind text, initiative integer, contact_frequency text,
  reliability real, collect_every text, operation_id integer not null references operation (id)
) strict;

create table batch (
  id integer primary key, operation_id integer not null references operation (id), file_name text not null,
  sha256 text not null, bytes integer not null, format text not null, encoding text, source_id integer references source (id),
  method text, collector text, campaign text, supplier text, lawful_basis text, options text not null default '{}',
  started_at text not null, started_on text not null,
  rows integer not null default 0, created integer not null default 0, updated integer not null default 0,
  unchanged integer not null default 0, duplicate integer not null default 0, skipped integer not null default 0,
  rejected integer not null default 0
) strict;
create index batch_by_sha256 on batch (sha256);

create table sheet (
  id integer primary key, batch_id integer not null references batch (id), place integer not null, name text not null,
  reading text not null, operation_id integer not null
) strict;
create index sheet_by_batch on sheet (batch_id);

create table source_block (
  id integer primary key, sheet_id integer not null references sheet (id), first_row integer not null,
  last_row integer not null, data blob not null, operation_id integer not null
) strict;
create index source_block_by_sheet on source_block (sheet_id, first_row);

create table source_row (
  id integer primary key, sheet_id integer not null references sheet (id), row_no integer not null, key integer not null,
  fate text not null, party_id integer, reason text, notes text, operation_id integer not null
) strict;
create index source_row_by_key on source_row (key);
create index source_row_by_sheet on source_row (sheet_id, row_no);

create table mapping (
  id integer primary key, fingerprint text not null unique, columns text not null, staff text not null, saved_at text not null,
  operation_id integer not null
) strict;

create table party (
  id integer primary key, kind text not null check (kind in ('person', 'org')), name text not null check (name <> ''),
  name_key text not null, pinyin text not null, initials text not null,
  surname text, given_name text, honorific text, gender text check (gender in ('M', 'F')), birth text, age_band text, age_band_on text,
  id_number text, uscc text, short_name text, english_name text, title text, department text, occupation text, employer text,
  education text, industry text, legal_rep text, website text, region text, remark text,
  status text not null default 'active' check (status in ('active', 'merged', 'archived', 'anonymised')),
  merged_into integer references party (id) check (merged_into <> id),
  source_row_id integer, operation_id integer not null
) strict;

create table customer (
  party_id integer primary key references party (id), source_code text, source_key integer, acquired_from text, level text,
  owner text, status text, standing text, directness text, opened_on text, stub integer not null default 0, tier text,
  source_id integer, operation_id integer not null
) strict;

create table contact_point (
  id integer primary key, party_id integer not null references party (id), type text not null, raw text not null,
  canonical text, ext text, label text, preferred integer, do_not_use integer, source_row_id integer, operation_id integer not null
) strict;

create table address (
  id integer primary key, party_id integer not null references party (id), use text not null, raw text not null,
  province text, city text, district text, street text, division text, postcode text, country text,
  source_row_id integer, operation_id integer not null
) strict;

create table alias (
  id integer primary key, party_id integer not null references party (id), name text not null, name_key text not null,
  reason text not null, source_row_id integer, operation_id integer not null
) strict;

create table relation (
  id integer primary key, from_id integer not null references party (id), to_id integer not null references party (id),
  type text not null, title text, decision_role text, since text, until text, note text,
  source_row_id integer, operation_id integer not null
) strict;

create table fact (
  id integer primary key, party_id integer not null references party (id), field text not null, value text not null, raw text,
  as_of text, method text, collected_by text, source_row_id integer, operation_id integer not null
) strict;

create table confirmation (
  id integer primary key, party_id integer not null references party (id), scope text, field text, state text not null,
  method text, note text, staff text not null, at text not null, next_due text, operation_id integer not null
) strict;

create table deal (
  id integer primary key, party_id integer not null references party (id), on_day text, product text, product_kind text, unit text,
  quantity text, unit_price integer, amount integer, paid integer, discount text, currency text not null default 'CNY',
  kind text not null, status text, channel text, payment text, order_no text, staff text, remark text, facts text,
  duplicate_of integer, source_row_id integer, operation_id integer not null
) strict;

create table interaction (
  id integer primary key, party_id integer not null references party (id), kind text not null, customer_initiated integer,
  on_day text, at_time text, staff text, people text, purpose text, place text, content text, cost integer,
  major integer not null default 0, next_on text, facts text, source_row_id integer, operation_id integer not null
) strict;

create table judgement (
  id integer primary key, party_id integer not null references party (id), kind text not null, value text not null,
  author text not null, on_day text not null, note text, operation_id integer not null
) strict;

create table check_run (
  id integer primary key, at text not null, on_day text not null, parties integer not null, summary text not null,
  operation_id integer not null
) strict;

create table finding (
  id integer primary key, key text not null unique, rule text not null, severity text not null, class text not null,
  party_id integer not null, field text, value text, params text, state text not null,
  first_run integer not null, last_run integer not null, repaired_by integer, waived_by text, waived_why text, waived_until text
) strict;
create index finding_by_party on finding (party_id);
create index finding_by_rule on finding (rule, state, severity, first_run, last_run, repaired_by);

create table match_run (
  id integer primary key, at text not null, model text not null, stats text not null, parties integer not null,
  operation_id integer not null
) strict;

create table match_pair (
  id integer primary key, run_id integer not null references match_run (id), a integer not null, b integer not null,
  cluster integer not null, weight integer not null, band text not null, evidence text not null, state text not null,
  operation_id integer not null, check (a < b)
) strict;
create index match_pair_by_state on match_pair (state, weight);
create index match_pair_by_parties on match_pair (a, b);

create table decision (
  id integer primary key, a integer not null, b integer not null, a_key text not null, b_key text not null,
  verdict text not null check (verdict in ('same', 'different', 'related')), staff text not null, at text not null, note text,
  operation_id integer not null, check (a < b)
) strict;
create index decision_by_parties on decision (a, b);

create table merge (
  id integer primary key, survivor integer not null references party (id), absorbed integer not null references party (id),
  band text not null, weight integer, evidence text, taken text not null default '{}', operation_id integer not null
) strict;
create index merge_by_survivor on merge (survivor);
create index merge_by_absorbed on merge (absorbed);
create index merge_by_operation on merge (operation_id);

create table tier_run (
  id integer primary key, scheme text not null, version text not null, at text not null, on_day text not null,
  customers integer not null, summary text not null, operation_id integer not null
) strict;

create table tier_assignment (
  id integer primary key, party_id integer not null references party (id), scheme text not null, version text not null,
  level text, clause text, facts text not null, unknowns text, since text not null, run_id integer not null,
  operation_id integer not null
) strict;
create index tier_assignment_by_scheme on tier_assignment (scheme, party_id);

create table tier_move (
  id integer primary key, party_id integer not null references party (id), scheme text not null, from_level text, to_level text,
  clause text, facts text not null, on_day text not null, at text not null, run_id integer, operation_id integer not null
) strict;
create index tier_move_by_day on tier_move (scheme, on_day);
create index tier_move_by_party on tier_move (party_id, scheme);

create table tier_override (
  id integer primary key, party_id integer not null references party (id), scheme text not null, level text not null,
  reason text not null, staff text not null, on_day text not null, until text, operation_id integer not null
) strict;

create table report_run (
  id integer primary key, report text not null, period text not null, made_at text not null, format text not null, path text,
  sha256 text, rows integer not null, milliseconds integer not null, status text not null, receiver text
) strict;
create index report_run_by_period on report_run (report, period);

create table draft (
  id integer primary key, form text not null, staff text not null, state text not null, updated_at text not null
) strict;

create table access_log (
  id integer primary key, at text not null, staff text not null, what text not null, filter text, rows integer not null, sha256 text
) strict;
`

/** Indexes of the tables a large import fills: dropped before, made again after, when the book was empty. */
export const bulkIndexes: Readonly<Record<string, string>> = {
  party_by_name: 'create index party_by_name on party (name_key, pinyin, initials, status)',
  party_by_uscc: 'create index party_by_uscc on party (uscc) where uscc is not null',
  party_by_id_number: 'create index party_by_id_number on party (id_number) where id_number is not null',
  party_by_merged_into: 'create index party_by_merged_into on party (merged_into) where merged_into is not null',
  party_not_active: `create index party_not_active on party (status, merged_into) where status <> 'active'`,
  party_by_birth: 'create index party_by_birth on party (birth) where birth is not null',
  customer_by_opened: 'create index customer_by_opened on customer (opened_on, acquired_from, source_id, owner)',
  customer_by_source_code:
    'create index customer_by_source_code on customer (source_code) where source_code is not null',
  contact_point_by_canonical:
    'create index contact_point_by_canonical on contact_point (canonical, party_id) where canonical is not null',
  contact_point_by_party: 'create index contact_point_by_party on contact_point (party_id)',
  address_by_party: 'create index address_by_party on address (party_id)',
  alias_by_party: 'create index alias_by_party on alias (party_id)',
  alias_by_name: 'create index alias_by_name on alias (name_key)',
  relation_by_from: 'create index relation_by_from on relation (from_id)',
  relation_by_to: 'create index relation_by_to on relation (to_id)',
  fact_by_party: 'create index fact_by_party on fact (party_id, field)',
  deal_by_party: 'create index deal_by_party on deal (party_id, on_day, kind, amount, status, duplicate_of, currency)',
  deal_by_day: 'create index deal_by_day on deal (on_day, kind, amount, status, duplicate_of, currency, party_id)',
  deal_by_order: 'create index deal_by_order on deal (order_no) where order_no is not null',
  interaction_by_party:
    'create index interaction_by_party on interaction (party_id, on_day, kind, customer_initiated, cost)',
  interaction_by_day:
    'create index interaction_by_day on interaction (on_day, kind, customer_initiated, staff, party_id)',
  interaction_by_next:
    'create index interaction_by_next on interaction (next_on, party_id, on_day) where next_on is not null',
  confirmation_by_party: 'create index confirmation_by_party on confirmation (party_id)',
  judgement_by_party: 'create index judgement_by_party on judgement (party_id, kind)',
}
