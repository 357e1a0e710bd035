/**
 * First tables. Frozen once released: later changes go into a new file, never into this one.
 *
 * Every table that holds what people believe has `operation_id` (the operation that made the row) and, where it came
 * from a file, `source_row_id`. Codes are kept in one place (`party.id`); absorbed parties point at their survivor and
 * keep their children, so that a merge moves pointers and never data.
 */
export const initial = `
create table setting (key text primary key, value text not null) strict;

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
  value text, method text, note text, staff text not null, at text not null, next_due text, operation_id integer not null
) strict;

create index confirmation_by_scope on confirmation (scope, field, party_id, at, state, next_due);

create table verify_draft (
  staff text not null, scope text not null, party_id integer not null, state text not null, updated_at text not null,
  primary key (staff, scope)
) strict, without rowid;

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

create table waiver (
  id integer primary key, rule text not null, party_id integer references party (id), why text not null, staff text not null,
  at text not null, until text, operation_id integer not null
) strict;
create index waiver_by_rule on waiver (rule, party_id);

create table quality_snapshot (
  id integer primary key, at text not null, on_day text not null, cause text not null check (cause in ('verify', 'import')),
  check_run_id integer, batch_id integer, parties integer not null, document text not null, operation_id integer not null
) strict;
create index quality_snapshot_by_day on quality_snapshot (on_day);

create table update_request (
  id integer primary key, party_id integer not null references party (id), kind text not null check (kind in ('correction', 'ask')),
  fields text, wanted text, way text, asked_on text not null, due_on text, staff text not null,
  state text not null check (state in ('open', 'done', 'refused', 'unanswered')), answered_on text, answer text,
  operation_id integer not null
) strict;
create index update_request_by_state on update_request (state, due_on);
create index update_request_by_party on update_request (party_id);

create table plan_task (
  id integer primary key, phase text not null, title text not null, source text, owner text, starts_on text not null,
  due_on text not null, every_days integer, done_on text, note text, operation_id integer not null
) strict;
create index plan_task_by_due on plan_task (done_on, due_on);

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

create table segment (
  id integer primary key, key text not null unique, zh text not null, en text not null, condition text not null, tag text,
  staff text not null, at text not null, operation_id integer not null
) strict;

create table segment_run (
  id integer primary key, segment text not null, condition text not null, at text not null, on_day text not null,
  members integer not null, unknown integer not null, joined integer not null, dropped integer not null,
  operation_id integer not null
) strict;
create index segment_run_by_segment on segment_run (segment, id);

create table segment_member (
  id integer primary key, segment text not null, party_id integer not null, since text not null, run_id integer not null,
  operation_id integer not null
) strict;
create index segment_member_by_segment on segment_member (segment, party_id);

create table segment_move (
  id integer primary key, segment text not null, party_id integer not null, joined integer not null check (joined in (0, 1)),
  on_day text not null, run_id integer not null, operation_id integer not null
) strict;
create index segment_move_by_segment on segment_move (segment, on_day);

create table report_run (
  id integer primary key, report text not null, entry text, period text not null, made_at text not null, format text not null,
  path text, sha256 text, rows integer not null, milliseconds integer not null,
  status text not null check (status in ('done', 'failed', 'sending')), receiver text, staff text not null, filter text, error text
) strict;
create index report_run_by_entry on report_run (entry, period, receiver, status);

create table handover (
  id integer primary key, entry text not null, report text not null, period text not null, sender text not null,
  receiver text not null, due_at text not null, sent_at text not null, place text not null, received_at text, received_by text,
  unique (entry, period, receiver)
) strict;

create table lock (
  name text primary key, holder text not null, host text not null, pid integer not null, taken_at text not null
) strict;

create table draft (
  id integer primary key, form text not null, staff text not null, state text not null, updated_at text not null
) strict;

create table access_log (
  id integer primary key, at text not null, staff text not null, what text not null, filter text, rows integer not null, sha256 text
) strict;

create table submission (
  id integer primary key, form text not null, version integer not null, party_id integer references party (id),
  record text, staff text not null, at text not null, sheet_no text, answers text not null, operation_id integer not null
) strict;
create index submission_by_party on submission (party_id) where party_id is not null;

create table blank_form (
  id integer primary key, form text not null, number text not null unique, taken_by text not null, on_day text not null,
  returned_on text, submission_id integer, operation_id integer not null
) strict;

create table plan_item (
  id integer primary key, party_id integer not null references party (id), grain text not null check (grain in ('day', 'week', 'month')),
  on_day text not null, way text not null, purpose text, content text, staff text, state text not null default 'open',
  done_on text, interaction_id integer, operation_id integer not null
) strict;
create index plan_item_by_day on plan_item (on_day, state);
create index plan_item_by_party on plan_item (party_id);

create table feedback (
  id integer primary key, party_id integer references party (id), kind text not null, on_day text not null, channel text,
  content text not null, analysis text, state text not null default 'open', staff text, due_on text,
  answered_on text, answer text, interaction_id integer, operation_id integer not null
) strict;
create index feedback_by_party on feedback (party_id);
create index feedback_by_state on feedback (state, on_day);

create table survey (
  id integer primary key, name text not null unique, on_day text not null, questions text not null,
  state text not null default 'open', operation_id integer not null
) strict;

create table survey_answer (
  id integer primary key, survey_id integer not null references survey (id), party_id integer not null references party (id),
  on_day text not null, score real, answers text not null, staff text, operation_id integer not null
) strict;
create index survey_answer_by_survey on survey_answer (survey_id);
create index survey_answer_by_party on survey_answer (party_id);

create table demand (
  id integer primary key, party_id integer references party (id), on_day text not null, class text, channel text,
  content text not null, wishes text not null default '{}', importance text not null, urgency text not null, grade text not null,
  stage text not null, department text, owner text, due_on text, feasibility text, cost_benefit text, market_competition text,
  conclusion text, closed_on text, operation_id integer not null
) strict;
create index demand_by_stage on demand (stage, grade);
create index demand_by_party on demand (party_id);

create table demand_note (
  id integer primary key, demand_id integer not null references demand (id), kind text not null, on_day text not null,
  way text, content text, staff text not null, operation_id integer not null
) strict;
create index demand_note_by_demand on demand_note (demand_id);

create table info_item (
  id integer primary key, on_day text not null, provider text not null, provider_id integer references party (id), phone text,
  party_id integer references party (id), content text not null, class text, source_kind text, source text, method text,
  credibility text, usefulness text, important integer not null default 0, departments text, reported_to text, reported_on text,
  archived_as text, staff text, operation_id integer not null
) strict;
create index info_item_by_day on info_item (on_day, class);

create table info_wanted (
  id integer primary key, department text not null, on_day text not null, content text not null, until text,
  state text not null default 'open', operation_id integer not null
) strict;

create table reward (
  id integer primary key, info_item_id integer references info_item (id), party_id integer references party (id),
  provider text not null, kind text not null, basis text not null, amount integer not null, state text not null default 'proposed',
  approved_by text, approved_on text, paid_on text, note text, operation_id integer not null
) strict;

create table occasion_date (
  id integer primary key, party_id integer not null references party (id), kind text not null, label text, day text not null,
  lead_days integer, note text, operation_id integer not null
) strict;
create index occasion_date_by_party on occasion_date (party_id);

create table greeting (
  id integer primary key, party_id integer not null references party (id), kind text not null, on_day text not null,
  way text, interaction_id integer, staff text not null, operation_id integer not null
) strict;
create index greeting_by_party on greeting (party_id, on_day);

create table preference (
  id integer primary key, party_id integer not null references party (id), area text not null, value text not null,
  likes integer not null default 1, as_of text, operation_id integer not null
) strict;
create index preference_by_party on preference (party_id);

create table party_tag (
  id integer primary key, party_id integer not null references party (id), tag text not null, operation_id integer not null
) strict;
create index party_tag_by_party on party_tag (party_id);
create index party_tag_by_tag on party_tag (tag);

create table booking (
  id integer primary key, party_id integer references party (id), on_day text not null, meal text not null, room text,
  name text not null, phone text, guests integer, at_time text, state text not null default 'open', note text, interaction_id integer,
  operation_id integer not null
) strict;
create index booking_by_day on booking (on_day, meal);

create table card_issue (
  id integer primary key, booking_id integer references booking (id), party_id integer references party (id),
  on_day text not null, meal text not null, room text, shown_as text not null, quantity integer not null,
  taken_by text not null, taken_at text not null, passed_to text, passed_at text, ad_hoc integer not null default 0,
  returned integer not null default 0, returned_at text, missing_why text, operation_id integer not null
) strict;
create index card_issue_by_day on card_issue (on_day, meal);

create table competitor_note (
  id integer primary key, party_id integer references party (id), competitor text not null, on_day text not null,
  product text, satisfaction text, rep text, selling text, relation text, price text, terms text, strategy text,
  reviews text, regions text, content text, staff text, operation_id integer not null
) strict;
create index competitor_note_by_party on competitor_note (party_id);

create table credit (
  id integer primary key, party_id integer not null references party (id), rating text, credit_limit integer, overdue integer,
  basis text, assessed_by text, on_day text not null, next_review text, operation_id integer not null
) strict;
create index credit_by_party on credit (party_id, on_day);

create table product (
  id integer primary key, name text not null unique, kind text, unit text, price integer, note text, operation_id integer not null
) strict;
`

/** Indexes of the tables a large import fills: dropped before, made again after, when the book was empty. */
export const bulkIndexes: Readonly<Record<string, string>> = {
  source_row_by_key: 'create index source_row_by_key on source_row (key)',
  source_row_by_sheet: 'create index source_row_by_sheet on source_row (sheet_id, row_no)',
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
