-- The coefficient sets as metrics tells them; the same for everybody.
create table known_coefficients (
    set_code text primary key,
    version bigint not null,
    state jsonb not null
);

-- What the quotas ask of a unit beyond the directory. Read joined with the directory, which decides who sees a unit.
create table unit_register (
    unit_code text primary key,
    version bigint not null,
    heating text,
    kind text,
    level text
);

-- This service's copy of metrics.report.v1; it can be thrown away and learnt again.
create table report_copy (
    unit_code text not null,
    period char(7) not null,
    version bigint not null,
    status text not null,
    path text,
    quantities jsonb not null,
    headcount numeric,
    floor_area numeric,
    primary key (unit_code, period)
);
alter table report_copy enable row level security;
alter table report_copy force row level security;
create policy report_copy_scope on report_copy
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- Its copy of metrics.rollup.v1, the live layer.
create table cell_copy (
    region_code text not null,
    period char(7) not null,
    type text not null,
    version bigint not null,
    path text,
    quantities jsonb not null,
    reports bigint not null,
    headcount numeric,
    floor_area numeric,
    primary key (region_code, period, type)
);
alter table cell_copy enable row level security;
alter table cell_copy force row level security;
create policy cell_copy_scope on cell_copy
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- The years a unit or region has figures of, and whether its results have to be made anew. Only codes, read by the system's own work.
create table evaluated_year (
    node text not null,
    year int not null,
    is_unit boolean not null,
    stale boolean not null,
    marked_at timestamptz not null,
    stale_since timestamptz not null,
    primary key (node, year)
);
create index evaluated_year_stale on evaluated_year (is_unit, node) where stale;

-- How a unit or region stands in a year by a standard. The body is the whole result; amounts and bands repeat what lists go by.
create table result (
    node text not null,
    standard_code text not null,
    year int not null,
    version bigint not null,
    is_unit boolean not null,
    path text,
    release text not null,
    amounts jsonb not null,
    bands jsonb not null,
    body jsonb not null,
    evaluated_at timestamptz not null,
    primary key (node, standard_code, year)
);
create index result_path on result (path text_pattern_ops);
alter table result enable row level security;
alter table result force row level security;
create policy result_scope on result
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- Results as they were before another release, coefficient set or form became their basis.
create table result_history (
    node text not null,
    standard_code text not null,
    year int not null,
    version bigint not null,
    path text,
    body jsonb not null,
    evaluated_at timestamptz not null,
    replaced_at timestamptz not null,
    primary key (node, standard_code, year, version)
);
alter table result_history enable row level security;
alter table result_history force row level security;
create policy result_history_scope on result_history
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- Months from the year 0 on, for counting months between two.
create function month_number(month text) returns int
    language sql immutable parallel safe
    return substr(month, 1, 4)::int * 12 + substr(month, 6, 2)::int;
