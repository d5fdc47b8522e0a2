-- Bills and meter photographs of a unit's month, of all of it or of one quantity. Kept here and not in a folder, so that a backup of the
-- database is a backup of the evidence too.
create table attachment (
    id uuid primary key,
    unit_code text not null,
    period char(7) not null,
    -- null when it is about the month as a whole
    quantity text,
    name text not null,
    content_type text not null check (content_type in ('application/pdf', 'image/jpeg', 'image/png')),
    size bigint not null,
    sha256 char(64) not null,
    content bytea not null,
    added_at timestamptz not null,
    added_by text not null
);
-- the same file of the same cell is there once, however often it is sent
create unique index attachment_once on attachment (unit_code, period, coalesce(quantity, ''), sha256);
-- PDF and pictures are compressed as they are
alter table attachment alter column content set storage external;
alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_seen on attachment for select using (node_in_scope(unit_code));
create policy attachment_added on attachment for insert with check (node_acts_at(unit_code));
create policy attachment_removed on attachment for delete using (node_acts_at(unit_code));
