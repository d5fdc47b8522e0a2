-- The annual assessment (考核) of a region or unit by the region directly above it, one row for each year. The body is the whole sheet with
-- everything it was computed from; the other columns repeat what lists go by. The path is the assessed one's: it and all above see it.
create table assessment (
    id uuid primary key,
    assessed text not null,
    assessor text not null,
    kind text not null check (kind in ('REGION', 'UNIT')),
    name text not null,
    year int not null,
    standard_code text not null,
    state text not null check (state in ('COMPUTED', 'SENT', 'STATED', 'CONFIRMED', 'PUBLISHED')),
    path text not null,
    version bigint not null,
    score numeric,
    grade text,
    body jsonb not null,
    changed_at timestamptz not null,
    unique (assessed, year)
);
create index assessment_path on assessment (path text_pattern_ops);
create index assessment_assessor on assessment (assessor, year);
alter table assessment enable row level security;
alter table assessment force row level security;
create policy assessment_scope on assessment using (in_scope(path)) with check (in_scope(path));

-- What a person found that no report can tell: falsified figures. Withdrawn ones stay.
create table assessment_finding (
    id uuid primary key,
    node text not null,
    path text not null,
    year int not null,
    reason text not null,
    evidence text[] not null,
    by_node text not null,
    by_name text not null,
    at timestamptz not null,
    withdrawn_reason text,
    withdrawn_by text,
    withdrawn_at timestamptz
);
create index assessment_finding_node on assessment_finding (node, year);
alter table assessment_finding enable row level security;
alter table assessment_finding force row level security;
create policy assessment_finding_scope on assessment_finding using (in_scope(path)) with check (in_scope(path));
