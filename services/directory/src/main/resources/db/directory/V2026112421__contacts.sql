-- Whom to reach at a region or unit, learnt from units.contact.v1. A contact may be known before its node is; until then only the
-- system's own work sees it.
create table known_contact (
    node_code text primary key,
    version bigint not null,
    person text,
    email text,
    phone text
);
alter table known_contact enable row level security;
alter table known_contact force row level security;
create policy known_contact_scope on known_contact
    using (node_in_scope(node_code) or current_setting('jielian.scope', true) = '/');
