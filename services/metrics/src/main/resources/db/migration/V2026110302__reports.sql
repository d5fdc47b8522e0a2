-- The current revision of every unit's month. Who changed it, when and why stands in the audit trail under report/<unit>/<period>.
create table report (
    unit_code text not null,
    period char(7) not null,
    version bigint not null,
    status text not null check (status in ('SUBMITTED', 'ACCEPTED', 'WITHDRAWN')),
    -- the cell it adds to; null when its unit did not exist in that month
    counts_in_region text,
    counts_in_type text,
    -- exact decimals by quantity code; a quantity that was not reported is absent
    quantities jsonb not null,
    headcount numeric not null check (headcount > 0),
    floor_area numeric not null check (floor_area > 0),
    changed_at timestamptz not null,
    changed_by text not null,
    -- where the unit stands now, and where the report counts: both may look at it
    unit_path text not null,
    counted_path text,
    primary key (unit_code, period)
);
create index report_counts_in on report (counts_in_region, period);
create index report_unit_path on report (unit_path text_pattern_ops);
alter table report enable row level security;
alter table report force row level security;
create policy report_scope on report
    using (in_scope(unit_path) or in_scope(counted_path)) with check (in_scope(unit_path));
