-- What a photograph, scan or document shows about a region or unit. The file itself is outside the database, under evidence/<id>. The row
-- names its node and no path, so that it need not follow when the node moves. It is never changed and never removed: others rely on it.
create table evidence (
    id uuid primary key,
    node_code text not null,
    name text not null,
    content_type text not null,
    size bigint not null check (size > 0),
    sha256 char(64) not null,
    added_at timestamptz not null,
    added_by text not null,
    -- at which node whoever added it works; empty for the operator
    added_at_node text not null
);
-- the same file of the same sender about the same node is there once, however often it is sent
create unique index evidence_once on evidence (node_code, added_at_node, sha256);
create index evidence_of_node on evidence (node_code, added_at, id);
alter table evidence enable row level security;
alter table evidence force row level security;
create policy evidence_seen on evidence for select using (node_in_scope(node_code));
create policy evidence_added on evidence for insert with check (node_in_scope(node_code));
