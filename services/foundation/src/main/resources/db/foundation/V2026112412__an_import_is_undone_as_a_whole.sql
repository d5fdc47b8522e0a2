-- An undo is a job of its own, without a file; it names the import it takes back, which then names it.
alter table import_job
    add column undoes uuid references import_job,
    add column undone_by uuid references import_job,
    add column reason text,
    alter column spool drop not null,
    alter column format drop not null;
create index import_job_undoes on import_job (undoes) where undoes is not null;
create index import_job_undone_by on import_job (undone_by) where undone_by is not null;
