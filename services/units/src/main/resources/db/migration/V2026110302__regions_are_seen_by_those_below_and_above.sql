-- A person sees and changes the regions of its own subtree, and sees those above it for the way back up.
alter table region enable row level security;
alter table region force row level security;

create policy within_scope on region
    using (in_scope(path))
    with check (in_scope(path));

create policy above_scope on region for select
    using (starts_with(nullif(current_setting('jielian.scope', true), ''), path));

alter table region_parent enable row level security;
alter table region_parent force row level security;

create policy within_scope on region_parent
    using (exists (select from region where code = region_code and in_scope(path)));

create policy above_scope on region_parent for select
    using (exists (select from region where code = region_code));
