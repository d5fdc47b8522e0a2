-- When a report first came, and what of its explanations a reviewer did not accept: as metrics tells it.
alter table report_copy add column submitted_at timestamptz;
alter table report_copy add column refusal jsonb;
create index report_copy_refused on report_copy (unit_code) where refusal is not null;

-- Results say of their targets whether they are binding; those that are kept are made anew to say so.
update evaluated_year set stale = true, stale_since = now(), marked_at = now() where not stale;

-- Which figures of the checked year a title was checked by.
alter table title add column checked_version bigint;
