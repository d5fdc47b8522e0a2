-- The smallest part of the units a sample may take, by the tier that draws it (rule V15).
create table sample_rule (
    tier text primary key,
    least_share numeric not null check (least_share > 0 and least_share <= 1)
);
insert into sample_rule (tier, least_share) values ('PROVINCE', 0.05), ('CITY', 0.05), ('COUNTY', 0.05);

-- A draw of units for a closer check. Nothing of it changes: who draws again until the list pleases leaves every draw behind.
create table sample (
    id uuid primary key,
    region_code text not null,
    -- a month or a year
    period text not null check (period ~ '^\d{4}(-\d{2})?$'),
    -- whether units of the regions below were in the hat too
    below boolean not null,
    share numeric not null,
    seed text not null,
    algorithm text not null,
    drawn_at timestamptz not null,
    drawn_by text not null
);
create index sample_of_region on sample (region_code, period);

-- Everybody who was in the hat; the drawn ones have a place, and in time what the closer check found.
create table sample_member (
    sample_id uuid not null references sample (id),
    region_code text not null,
    unit_code text not null,
    name text not null,
    type text not null,
    -- null for those that were not drawn
    place int check (place > 0),
    result text check (result in ('OK', 'FINDING')),
    note text,
    checked_at timestamptz,
    checked_by text,
    primary key (sample_id, unit_code),
    check (result is null or place is not null)
);

-- Both name their region and no path, so that they need not follow when it moves.
alter table sample enable row level security;
alter table sample force row level security;
create policy sample_scope on sample using (node_in_scope(region_code)) with check (node_in_scope(region_code));
alter table sample_member enable row level security;
alter table sample_member force row level security;
create policy sample_member_scope on sample_member
    using (node_in_scope(region_code)) with check (node_in_scope(region_code));
