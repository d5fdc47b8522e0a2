-- Whether this connection works in the name of that node or of the region right above that unit: whoever may act at it, as Access says.
create function node_acts_at(code text) returns boolean
    language sql stable parallel safe
    return exists (
        select from node_path n
        where n.code = $1
          and (current_setting('jielian.scope', true) in ('/', n.path)
               or (n.kind = 'UNIT'
                   and current_setting('jielian.scope', true) = left(n.path, length(n.path) - length(n.code) - 1))));

-- Never the same number twice, so that a page left open can't mistake a new draft for the one it knew.
create sequence draft_version;

-- What was typed for a month and not handed in yet, valid or not. It belongs to those who report for the unit: tiers above that see its
-- reports do not see it. The row names its unit and no path, so that it need not follow when the unit moves.
create table draft (
    unit_code text not null,
    period char(7) not null,
    version bigint not null,
    typed jsonb not null,
    saved_at timestamptz not null,
    saved_by text not null,
    primary key (unit_code, period)
);
alter table draft enable row level security;
alter table draft force row level security;
create policy draft_of_who_acts on draft using (node_acts_at(unit_code)) with check (node_acts_at(unit_code));
