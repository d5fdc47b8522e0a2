-- The place of a quantity in the arrays of a roll-up. It is given once and never changes, while the order in forms may.
alter table quantity add column slot int unique check (slot > 0);
update quantity set slot = position;
alter table quantity alter column slot set not null;

-- The current total of every cell, learnt from metrics.rollup.v1. Arrays by quantity slot: adding up a year of all counties takes
-- thousands of rows, and taking the numbers out of JSON would cost more than everything else together.
create table rollup (
    region_code text not null,
    period text not null check (period ~ '^\d{4}-\d{2}$'),
    type text not null,
    version bigint not null,
    -- where the region stands now, and where it stood in that month: both tiers may look at it
    path text,
    counted_path text,
    live numeric[] not null,
    live_of int[] not null,
    reports bigint not null,
    headcount numeric not null,
    floor_area numeric not null,
    reviewed numeric[] not null,
    reviewed_of int[] not null,
    reviewed_reports bigint not null,
    reviewed_headcount numeric not null,
    reviewed_floor_area numeric not null,
    as_of timestamptz not null,
    primary key (region_code, period, type)
) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
alter table rollup enable row level security;
alter table rollup force row level security;
-- a region that is not known yet stands nowhere; only the system's own work sees its rows
create policy rollup_scope on rollup
    using (in_scope(path) or in_scope(counted_path) or current_setting('jielian.scope', true) = '/');
