-- What was told last of each region's calendar on metrics.calendar.v1; told again when what holds in the region differs from it.
create table told_calendar (
    region_code text primary key,
    version bigint not null,
    content jsonb not null
);
