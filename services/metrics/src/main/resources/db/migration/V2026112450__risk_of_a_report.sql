-- How much a finding adds to the risk of a report, by its severity and by whether the unit has explained it; and from how many points on
-- a report is called what. What is not listed, such as mere information, adds nothing.
create table review_weight (
    severity text not null,
    explained boolean not null,
    points int not null check (points > 0),
    primary key (severity, explained)
);
insert into review_weight (severity, explained, points) values
    -- taken before the rule was there, or brought in by a rule that became harder
    ('HARD', false, 10), ('HARD', true, 10),
    -- the reviewer is to look at the numbers, whatever the unit says
    ('REVIEW', false, 5), ('REVIEW', true, 4),
    ('SOFT', false, 4), ('SOFT', true, 1);

create table review_level (
    level text primary key,
    from_points int not null unique
);
insert into review_level (level, from_points) values ('NONE', 0), ('LOW', 1), ('MEDIUM', 4), ('HIGH', 8);

-- the months of a region's units are asked for by unit, and what is waiting by state
create index report_waiting on report (period, unit_code) where status in ('SUBMITTED', 'RETURNED');
