-- By when a month is to be reported and closed. A region's rule holds for itself and everything below it, from a month on, until a region
-- further down, or the same region for a later month, says something else; what it leaves null is inherited. Where nobody says anything
-- the defaults of Level hold. A rule is meant for everyone below, so it is read through a region or unit the caller may see.
create table due_rule (
    region_code text not null,
    from_month text not null check (from_month ~ '^\d{4}-\d{2}$'),
    version bigint not null,
    -- days of the following month
    unit_day int check (unit_day between 1 and 28),
    county_day int check (county_day between 1 and 28),
    city_day int check (city_day between 1 and 28),
    province_day int check (province_day between 1 and 28),
    grace_days int check (grace_days between 0 and 31),
    set_at timestamptz not null,
    set_by text not null,
    primary key (region_code, from_month)
);

-- Which months are closed by whom at present. Everyone below has to know, and figures are not in it.
create table closed_month (
    region_code text not null,
    period text not null check (period ~ '^\d{4}-\d{2}$'),
    number int not null,
    closed_at timestamptz not null,
    closed_by text not null,
    primary key (region_code, period)
);
