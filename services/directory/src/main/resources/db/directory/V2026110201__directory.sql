-- This service's copy of the regions and institutions, learnt from units.region.v1 and units.unit.v1. It can be thrown away and learnt
-- again. Months are written 2025-06 and a range holds from its first month to before its last; open ranges end in 9999-12.

create table known_region (
    code text primary key,
    version bigint not null,
    name text not null,
    tier text not null,
    -- where it stands now; null until everything above it is known
    path text,
    closed_from char(7)
);

create table region_parent (
    region_code text not null,
    parent_code text not null,
    from_month char(7) not null,
    to_month char(7) not null,
    primary key (region_code, from_month)
);
create index region_parent_parent on region_parent (parent_code);

-- every region above a region, itself included at depth 0, month range by month range
create table region_ancestor (
    region_code text not null,
    ancestor_code text not null,
    depth int not null,
    from_month char(7) not null,
    to_month char(7) not null
);
create index region_ancestor_region on region_ancestor (region_code, from_month);
create index region_ancestor_ancestor on region_ancestor (ancestor_code, region_code);

create table known_unit (
    code text primary key,
    version bigint not null,
    name text not null,
    region_code text not null,
    type text not null,
    floor_area numeric not null,
    headcount int not null,
    path text,
    closed_from char(7)
);
create index known_unit_region on known_unit (region_code);
create index known_unit_path on known_unit (path text_pattern_ops);
alter table known_unit enable row level security;
alter table known_unit force row level security;
-- a unit whose region is not known yet stands nowhere; only the system's own work sees it
create policy known_unit_scope on known_unit
    using (in_scope(path) or current_setting('jielian.scope', true) = '/');

-- where a unit counts, month range by month range; only codes, read for counting and never shown as it is
create table unit_belonging (
    unit_code text not null,
    region_code text not null,
    type text not null,
    from_month char(7) not null,
    to_month char(7) not null,
    primary key (unit_code, from_month)
);
create index unit_belonging_region on unit_belonging (region_code);

-- where a region stood in a month: /330000/331100/; null when it did not stand anywhere
create function path_in(region text, month text) returns text
    language sql stable
    return (
        select '/' || string_agg(a.ancestor_code, '/' order by a.depth desc) || '/'
        from region_ancestor a
        where a.region_code = region and a.from_month <= month and month < a.to_month
    );
