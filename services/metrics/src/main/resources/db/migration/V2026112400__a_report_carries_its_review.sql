-- What a unit says beside its figures, what the checks found in them, and what a reviewing tier sent back.
alter table report drop constraint report_status_check;
alter table report add constraint report_status_check check (status in ('SUBMITTED', 'RETURNED', 'ACCEPTED', 'WITHDRAWN'));
-- how each quantity was measured, what the unit notes, why it deviates: {"bases": {}, "note": "", "explanations": {}}
alter table report add column remarks jsonb not null default '{}';
alter table report add column findings jsonb not null default '[]';
-- who sent it back, when, why, and which cells; null unless it is RETURNED
alter table report add column returned jsonb;
-- when it was first handed in; being on time goes by this
alter table report add column submitted_at timestamptz;
update report set submitted_at = coalesce(
    (select min(a.at) from audit_entry a where a.subject = 'report/' || unit_code || '/' || period), changed_at);
alter table report alter column submitted_at set not null;
-- the import that made the present revision; null when a form or a call did
alter table report add column import_job uuid;
