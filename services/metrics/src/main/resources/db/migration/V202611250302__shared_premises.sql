-- Who shares a carrier in a building and by which part of it, from a month on and before another: the host's report carries all of it.
-- A later arrangement of the same carrier ends the one before; one that leaves the host alone ends the sharing.
create table premises_share (
    host_code text not null,
    -- as it was called when the arrangement was made: a tenant may not see who stands elsewhere in the chain
    host_name text not null,
    quantity_code text not null references quantity (code),
    from_month char(7) not null,
    to_month char(7) not null default '9999-12',
    unit_code text not null,
    percent numeric(7, 4) not null check (percent > 0 and percent <= 100),
    primary key (host_code, quantity_code, from_month, unit_code),
    check (from_month < to_month)
);
create index premises_share_unit on premises_share (unit_code);
alter table premises_share enable row level security;
alter table premises_share force row level security;
-- whoever sees the host sees all shares; whoever sees a tenant sees its own
create policy premises_share_read on premises_share for select
    using (exists (select from node_path n where n.code in (host_code, unit_code) and in_scope(n.path)));
create policy premises_share_add on premises_share for insert
    with check (exists (select from node_path n where n.code = host_code and in_scope(n.path)));
create policy premises_share_change on premises_share for update
    using (exists (select from node_path n where n.code = host_code and in_scope(n.path)));
create policy premises_share_remove on premises_share for delete
    using (exists (select from node_path n where n.code = host_code and in_scope(n.path)));

insert into validation_parameter (name, rule, position, default_value, least, most, zh, en)
    select 'V14.on', 'V14', max(position) + 1, 1, 0, 1, '启用（1）或停用（0）：合署办公，共用的能源由牵头单位填报',
        'on (1) or off (0): a carrier shared in a building is reported by its host' from validation_parameter;
