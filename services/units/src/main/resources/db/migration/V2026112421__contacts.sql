-- Whom to reach at a region or unit. It follows its node by its code, wherever that stands.
create table contact (
    node_code text primary key references node_path (code),
    version bigint not null,
    person text,
    email text,
    phone text,
    changed_at timestamptz not null,
    changed_by text not null
);
alter table contact enable row level security;
alter table contact force row level security;
create policy contact_scope on contact using (node_in_scope(node_code)) with check (node_in_scope(node_code));
