alter table unit enable row level security;
alter table unit force row level security;

create policy within_scope on unit
    using (in_scope(path))
    with check (in_scope(path));

alter table unit_belonging enable row level security;
alter table unit_belonging force row level security;

create policy with_its_unit on unit_belonging
    using (exists (select from unit where code = unit_code));
