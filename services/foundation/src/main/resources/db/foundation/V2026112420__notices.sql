-- Whether a region or unit stands at or below the node in whose name this connection works.
create function node_in_scope(code text) returns boolean
    language sql stable parallel safe
    return exists (select from node_path n where n.code = $1 and in_scope(n.path));

-- Whether it stands on the same line of the chain: below that node, or above it.
create function node_on_line(code text) returns boolean
    language sql stable parallel safe
    return exists (
        select from node_path n
        where n.code = $1
          and (in_scope(n.path)
               or (coalesce(current_setting('jielian.scope', true), '') <> ''
                   and starts_with(current_setting('jielian.scope', true), n.path))));

-- What a node was told. It belongs to the recipient's people alone; who looks down from above has tables of its own for that.
create table notice (
    id bigint generated always as identity primary key,
    recipient text not null,
    cause text not null,
    subject text not null,
    -- the business day in China on which it was told
    day date not null,
    title_zh text not null,
    title_en text not null,
    detail_zh text not null,
    detail_en text not null,
    href text not null check (href like '/%'),
    told_at timestamptz not null,
    told_by text not null,
    told_by_node text,
    read_at timestamptz,
    read_by text,
    -- told once a day, whoever else finds the same cause at the same moment
    constraint notice_once_a_day unique (recipient, cause, subject, day)
);
create index notice_of_recipient on notice (recipient, id);
create index notice_unread on notice (recipient) where read_at is null;

-- The row names its recipient and no path, so that it need not follow when the recipient moves. Anyone on the line may tell (a unit its
-- county, a city its units), but only what stands at or below oneself can be read, and the queries narrow that to one's own node.
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_told on notice for insert with check (node_on_line(recipient));
create policy notice_seen on notice for select using (node_in_scope(recipient));
create policy notice_read on notice for update using (node_in_scope(recipient));
