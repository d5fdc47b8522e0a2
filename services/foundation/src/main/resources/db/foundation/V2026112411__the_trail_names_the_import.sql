-- Which import made a change: all that a file changed can be found, and taken back.
alter table audit_entry add column import_job uuid;
create index audit_entry_import_job on audit_entry (import_job, id) where import_job is not null;
