-- Where every region and unit stands now, as a path from the top: /330000/331100/331102/. Only the scope machinery reads it,
-- so it has no row-level security of its own.
create table node_path (
    code text primary key,
    path text not null,
    kind text not null check (kind in ('REGION', 'UNIT')),
    check (path like '/%/')
);
create index node_path_path on node_path (path text_pattern_ops);

-- True for rows at or below the node in whose name this connection works. A connection that was given no scope sees nothing.
create function in_scope(path text) returns boolean
    language sql stable parallel safe
    return coalesce(current_setting('jielian.scope', true), '') <> ''
           and starts_with(path, current_setting('jielian.scope', true));
