-- Selections of energy-efficiency leaders (能效领跑者) and demonstration units (示范单位) by a rule. The body holds the rule, the release and
-- the coefficient set; one line for each unit looked at holds what the rule was applied to.
create table honour_selection (
    id uuid primary key,
    kind text not null check (kind in ('LEADER', 'DEMONSTRATION')),
    region text not null,
    year int not null,
    standard_code text not null,
    state text not null check (state in ('DRAFT', 'PUBLISHED', 'WITHDRAWN', 'DISCARDED')),
    path text not null,
    version bigint not null,
    chosen int not null,
    ranked int not null,
    excluded int not null,
    body jsonb not null,
    changed_at timestamptz not null
);
create index honour_selection_path on honour_selection (path text_pattern_ops);
alter table honour_selection enable row level security;
alter table honour_selection force row level security;
-- who selects and above see it; what is published also everybody below, each with the lines of their own units
create policy honour_selection_scope on honour_selection
    using (in_scope(path)
           or state = 'PUBLISHED' and starts_with(coalesce(current_setting('jielian.scope', true), ''), path))
    with check (in_scope(path));

create table honour_line (
    selection_id uuid not null references honour_selection,
    unit_code text not null,
    -- where the unit stands, and where the selecting region does
    path text not null,
    region_path text not null,
    type text not null,
    outcome text not null check (outcome in ('CHOSEN', 'RANKED', 'EXCLUDED')),
    rank int,
    value numeric,
    published boolean not null,
    body jsonb not null,
    primary key (selection_id, unit_code)
);
create index honour_line_unit on honour_line (unit_code) where published;
create index honour_line_path on honour_line (path text_pattern_ops) where published;
alter table honour_line enable row level security;
alter table honour_line force row level security;
-- a draft is seen by who selects and above; what is published also by the unit and everything above it
create policy honour_line_scope on honour_line
    using (in_scope(region_path) or published and in_scope(path))
    with check (in_scope(region_path));
