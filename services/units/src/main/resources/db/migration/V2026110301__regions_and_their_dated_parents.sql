-- Regions as a dated tree. The path says where a region stands in the end; scopes are compared by it.
create table region (
    code        text primary key,
    name        text not null,
    tier        text not null check (tier in ('PROVINCE', 'CITY', 'COUNTY')),
    -- "C" orders paths byte by byte, which makes "below this path" a range of the index
    path        text collate "C" not null,
    closed_from date check (extract(day from closed_from) = 1),
    version     bigint not null
);

create index region_path on region (path);

create table region_parent (
    region_code text not null references region,
    from_month  date not null check (extract(day from from_month) = 1),
    parent_code text references region,
    primary key (region_code, from_month),
    check (parent_code <> region_code)
);

create index region_parent_parent on region_parent (parent_code);
