-- One imported file: who brought it, how far it has come, what was refused.
create table import_job (
    id uuid primary key,
    kind text not null,
    format text not null,
    dry_run boolean not null,
    who text not null,
    node text,
    roles text not null,
    path text not null,
    spool text not null,
    state text not null check (state in ('RUNNING', 'DONE', 'FAILED')),
    total_rows bigint,
    rows_done bigint not null default 0,
    added bigint not null default 0,
    changed bigint not null default 0,
    unchanged bigint not null default 0,
    refused bigint not null default 0,
    errors_total bigint not null default 0,
    errors jsonb not null default '[]',
    failure jsonb,
    started_at timestamptz not null,
    finished_at timestamptz
);
alter table import_job enable row level security;
alter table import_job force row level security;
create policy import_job_scope on import_job using (in_scope(path)) with check (in_scope(path));
