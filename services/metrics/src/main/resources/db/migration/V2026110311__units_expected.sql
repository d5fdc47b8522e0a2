-- How many units are expected to report, as steps: from this month on so many more or fewer count directly in the region. Kept by
-- triggers, so that it is exact in the very transaction in which a unit's belonging changes; a few rows for a region instead of one
-- for each unit and month. Only counts, reached through a region the caller may see.
create table expected_step (
    region_code text not null,
    type text not null,
    month text not null,
    change bigint not null,
    primary key (region_code, type, month)
);

create function step_expected() returns trigger language plpgsql as $$
begin
    if tg_op <> 'INSERT' then
        insert into expected_step as s (region_code, type, month, change)
        select b.region_code, b.type, e.month, -sum(e.change) from gone b
        cross join lateral (values (b.from_month::text, 1), (b.to_month::text, -1)) as e (month, change)
        where e.month <> '9999-12'
        group by b.region_code, b.type, e.month order by 1, 2, 3
        on conflict (region_code, type, month) do update set change = s.change + excluded.change;
    end if;
    if tg_op <> 'DELETE' then
        insert into expected_step as s (region_code, type, month, change)
        select b.region_code, b.type, e.month, sum(e.change) from come b
        cross join lateral (values (b.from_month::text, 1), (b.to_month::text, -1)) as e (month, change)
        where e.month <> '9999-12'
        group by b.region_code, b.type, e.month order by 1, 2, 3
        on conflict (region_code, type, month) do update set change = s.change + excluded.change;
    end if;
    return null;
end $$;
create trigger step_expected_come after insert on unit_belonging
    referencing new table as come for each statement execute function step_expected();
create trigger step_expected_gone after delete on unit_belonging
    referencing old table as gone for each statement execute function step_expected();
create trigger step_expected_changed after update on unit_belonging
    referencing old table as gone new table as come for each statement execute function step_expected();

insert into expected_step (region_code, type, month, change)
select b.region_code, b.type, e.month, sum(e.change) from unit_belonging b
cross join lateral (values (b.from_month::text, 1), (b.to_month::text, -1)) as e (month, change)
where e.month <> '9999-12'
group by b.region_code, b.type, e.month;

-- how many months lie between two, the second not included; none when it is not the later one
create function months_between(first text, second text) returns int
    language sql immutable parallel safe
    return greatest(0, left(second, 4)::int * 12 + right(second, 2)::int - left(first, 4)::int * 12 - right(first, 2)::int);
