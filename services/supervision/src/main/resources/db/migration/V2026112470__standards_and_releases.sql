-- What a region is still working on. Nobody below sees it.
create table standard_draft (
    id uuid primary key,
    region_code text not null,
    standard_code text not null,
    path text not null,
    version bigint not null,
    body jsonb not null,
    changed_at timestamptz not null,
    changed_by text not null
);
create index standard_draft_region on standard_draft (region_code, changed_at desc);
alter table standard_draft enable row level security;
alter table standard_draft force row level security;
create policy standard_draft_scope on standard_draft using (in_scope(path)) with check (in_scope(path));

-- Every release a region issued, as it was told on supervision.release.v1. Only the status of a row ever changes.
create table standard_release (
    region_code text not null,
    standard_code text not null,
    number int not null check (number > 0),
    version bigint not null,
    status text not null check (status in ('ISSUED', 'SUPERSEDED', 'WITHDRAWN')),
    -- where the region stands now; null while it is not known here
    path text,
    effective_from date not null,
    -- the release above this one confirms or localises, and the one at the top of the chain
    basis text,
    origin text not null,
    published_at timestamptz not null,
    state jsonb not null,
    primary key (region_code, standard_code, number)
);
create index standard_release_path on standard_release (path text_pattern_ops);
create index standard_release_origin on standard_release (origin);
create index standard_release_basis on standard_release (basis);
alter table standard_release enable row level security;
alter table standard_release force row level security;
-- a standard is for everyone below the region that issued it, and its supervisors above may look
create policy standard_release_scope on standard_release
    using (in_scope(path) or starts_with((select nullif(current_setting('jielian.scope', true), '')), path)
        or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- what was issued stays as it was: only status, version, the state that repeats them, and the path may change
create function keep_releases() returns trigger language plpgsql as $$
begin
    if tg_op = 'DELETE' then raise exception 'a release is kept for ever'; end if;
    if (new.state - 'status' - 'version') is distinct from (old.state - 'status' - 'version')
       or (new.region_code, new.standard_code, new.number, new.effective_from)
          is distinct from (old.region_code, old.standard_code, old.number, old.effective_from)
    then raise exception 'a release does not change; a correction is a new release'; end if;
    return new;
end $$;
create trigger standard_release_kept before update or delete on standard_release
    for each row execute function keep_releases();
