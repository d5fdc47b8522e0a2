-- The share of agencies that are to be recognised by the end of a year, as a region allots it to the regions below and to the units it
-- administers itself (then allotted_by and node are the same). Every change is a row; the one with the highest number holds.
create table programme_target (
    allotted_by text not null,
    node text not null,
    year int not null,
    number int not null,
    path text not null,
    -- per cent; null takes an allotment back
    share numeric check (share >= 0 and share <= 100),
    -- whether missing it decides the grade of the annual assessment
    binding boolean not null,
    reason text not null,
    by_name text not null,
    at timestamptz not null,
    primary key (allotted_by, node, year, number)
);
create index programme_target_path on programme_target (path text_pattern_ops);
create index programme_target_node on programme_target (node, year);
alter table programme_target enable row level security;
alter table programme_target force row level security;
create policy programme_target_scope on programme_target using (in_scope(path)) with check (in_scope(path));
