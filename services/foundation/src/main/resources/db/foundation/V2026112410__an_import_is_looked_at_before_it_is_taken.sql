-- A preview keeps its file until somebody applies it: one import then names the other.
alter table import_job
    add column name text,
    add column columns jsonb not null default '[]',
    -- errors_total counts what rows were refused for, this what was found in rows that were taken
    add column findings_total bigint not null default 0,
    add column preview uuid references import_job,
    add column application uuid references import_job;
create index import_job_node on import_job (node, started_at desc, id);
create index import_job_path on import_job (path text_pattern_ops);
create index import_job_preview on import_job (preview) where preview is not null;
create index import_job_application on import_job (application) where application is not null;

-- What was found in the file, all of it: the marked workbook shows every cell in question. Who may see the import may see it.
create table import_finding (
    job uuid not null references import_job on delete cascade,
    place bigint generated always as identity,
    line bigint not null,
    col text,
    value text,
    code text not null,
    severity text not null check (severity in ('HARD', 'SOFT', 'REVIEW')),
    rule text,
    expected text,
    zh text not null,
    en text not null,
    primary key (job, line, place)
);
alter table import_finding enable row level security;
alter table import_finding force row level security;
create policy import_finding_scope on import_finding
    using (exists (select 1 from import_job j where j.id = job)) with check (exists (select 1 from import_job j where j.id = job));

-- The first rows of each kind: cells as they stand in the file, and what stood in their place before where that differs.
create table import_row (
    job uuid not null references import_job on delete cascade,
    fate text not null check (fate in ('ADDED', 'CHANGED', 'UNCHANGED', 'REFUSED')),
    line bigint not null,
    cells jsonb not null,
    before jsonb,
    primary key (job, fate, line)
);
alter table import_row enable row level security;
alter table import_row force row level security;
create policy import_row_scope on import_row
    using (exists (select 1 from import_job j where j.id = job)) with check (exists (select 1 from import_job j where j.id = job));

select set_config('jielian.scope', '/', true);
insert into import_finding (job, line, col, value, code, severity, zh, en)
select j.id, (e.error ->> 'line')::bigint, e.error ->> 'column', e.error ->> 'value', e.error ->> 'code', 'HARD',
       e.error -> 'message' ->> 'zh', e.error -> 'message' ->> 'en'
from import_job j, jsonb_array_elements(j.errors) with ordinality as e (error, place)
order by j.id, e.place;
alter table import_job drop column errors;
