-- the undo that is about to take the report back; until it has, nobody else changes the report
alter table report add column undo uuid;
create index report_import_job on report (import_job) where import_job is not null;
create index report_undo on report (undo, unit_code, period) where undo is not null;
