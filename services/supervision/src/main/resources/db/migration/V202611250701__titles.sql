-- The way of a unit to the title of a conservation-oriented agency, one row per application. The body is the whole state; the other columns
-- repeat what lists and searches go by.
create table title (
    id uuid primary key,
    unit_code text not null,
    standard_code text not null,
    year int not null,
    state text not null,
    -- who has to act next, and by when
    holder text,
    due date,
    path text not null,
    version bigint not null,
    score numeric,
    number text unique,
    -- of the certificates of one province and year; makes the number
    province text not null,
    number_year int,
    number_in_year int,
    -- the last year whose figures were checked again
    checked_year int,
    body jsonb not null,
    changed_at timestamptz not null,
    unique (province, number_year, number_in_year)
);
create index title_path on title (path text_pattern_ops);
create index title_unit on title (unit_code, changed_at desc);
create index title_holder on title (holder, state);
-- a unit has one way at a time
create unique index title_open on title (unit_code) where state not in ('REJECTED', 'REVOKED', 'LAPSED');
alter table title enable row level security;
alter table title force row level security;
create policy title_scope on title
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');
