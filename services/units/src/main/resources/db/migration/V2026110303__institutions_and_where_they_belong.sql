-- Institutions. Region, type and month of the last belonging stand in the row itself: they decide who administers it.
create table unit (
    code        text primary key check (length(code) = 18),
    name        text not null,
    region_code text not null references region,
    type        text not null check (type in ('AGENCY', 'SCHOOL', 'HOSPITAL', 'OTHER')),
    since       date not null check (extract(day from since) = 1),
    floor_area  numeric(12, 2) not null check (floor_area >= 0),
    headcount   integer not null check (headcount >= 0),
    has_canteen boolean not null,
    heating     text not null check (heating in ('NONE', 'ELECTRIC', 'GAS', 'COAL', 'DISTRICT')),
    closed_from date check (extract(day from closed_from) = 1),
    path        text collate "C" not null,
    version     bigint not null
);

create index unit_path on unit (path);
create index unit_region on unit (region_code);

create table unit_belonging (
    unit_code   text not null references unit,
    from_month  date not null check (extract(day from from_month) = 1),
    region_code text not null references region,
    type        text not null check (type in ('AGENCY', 'SCHOOL', 'HOSPITAL', 'OTHER')),
    primary key (unit_code, from_month)
);

create index unit_belonging_region on unit_belonging (region_code);
