/**
 * Staff with posts, the log of reads, privacy and what an erasure leaves behind. Frozen once released.
 *
 * `redaction` names each operation whose lines an erasure took values out of: `was` is the digest it was sealed with,
 * `now` the digest of what is left. The rows are journalled by the erasure, so its own digest covers them.
 */
export const protection = `
alter table staff add column passphrase text;
alter table staff add column left_on text;

alter table access_log add column kind text not null default 'export';
alter table access_log add column party_id integer;
alter table access_log add column purpose text;
alter table access_log add column unmasked integer not null default 0;
alter table access_log add column digest text;
create index access_log_by_staff on access_log (staff, at);
create index access_log_by_party on access_log (party_id) where party_id is not null;

create table access_review (
  id integer primary key, from_day text not null, to_day text not null, due_on text not null, findings text not null default '{}',
  signed_by text, signed_on text, note text, operation_id integer not null
) strict;

create table consent (
  id integer primary key, party_id integer not null references party (id), purpose text not null, scope text,
  lawful_basis text not null, way_told text, given_on text not null, proof text, review_on text,
  withdrawn_on text, withdrawn_way text, operation_id integer not null
) strict;
create index consent_by_party on consent (party_id, purpose);
create index consent_by_review on consent (review_on) where withdrawn_on is null;

create table disclosure (
  id integer primary key, party_id integer references party (id), on_day text not null, to_whom text not null, what text not null,
  rows integer, purpose text not null, lawful_basis text not null, consent_id integer, approved_by text, staff text not null,
  sha256 text, note text, operation_id integer not null
) strict;
create index disclosure_by_party on disclosure (party_id) where party_id is not null;

create table subject_request (
  id integer primary key, party_id integer not null references party (id),
  kind text not null check (kind in ('access', 'copy', 'correct', 'complete', 'delete', 'transfer', 'explain', 'withdraw')),
  asked_on text not null, way text, wanted text, identity text, due_on text not null, staff text not null,
  state text not null default 'open' check (state in ('open', 'done', 'refused')),
  answered_on text, answer text, sha256 text, operation_id integer not null
) strict;
create index subject_request_by_state on subject_request (state, due_on);
create index subject_request_by_party on subject_request (party_id);

create table retention_notice (
  id integer primary key, party_id integer not null references party (id), class text not null, action text not null,
  warned_on text not null, due_on text not null, state text not null default 'open' check (state in ('open', 'done', 'dropped')),
  why text, operation_id integer not null
) strict;
create index retention_notice_by_state on retention_notice (state, due_on);
create index retention_notice_by_party on retention_notice (party_id);

create table disposal (
  id integer primary key, party_id integer not null, class text, action text not null, cause text not null, on_day text not null,
  at text not null, staff text not null, approved_by text, counts text not null default '{}', operation_id integer not null
) strict;
create index disposal_by_party on disposal (party_id);

create table redaction (
  id integer primary key, target integer not null, was text not null, now text not null, lines integer not null,
  operation_id integer not null
) strict;
create index redaction_by_target on redaction (target);
`
