-- How far each release has come in each region it is addressed to, as told on supervision.adoption.v1. A region's own rows are written
-- by whoever acts for the region; the tiers above learn them from the topic.
create table adoption (
    region_code text not null,
    -- key of the release, which the tier above issued: region/standard/number
    release text not null,
    origin text not null,
    version bigint not null,
    -- where the region stands now; null while it is not known here
    path text,
    answer text not null check (answer in ('OPEN', 'CONFIRMED', 'LOCALISED', 'INHERITED', 'VOID')),
    due date,
    own text,
    conflicts int not null default 0,
    delivered_at timestamptz not null,
    read_at timestamptz,
    read_by text,
    answered_at timestamptz,
    answered_by text,
    applied_at timestamptz,
    primary key (region_code, release)
);
create index adoption_release on adoption (release);
create index adoption_origin on adoption (origin);
create index adoption_path on adoption (path text_pattern_ops);
create index adoption_open on adoption (due) where answer = 'OPEN';
alter table adoption enable row level security;
alter table adoption force row level security;
create policy adoption_scope on adoption
    using (in_scope(path) or (select current_setting('jielian.scope', true)) = '/')
    with check (in_scope(path) or (select current_setting('jielian.scope', true)) = '/');

-- Regions that receive nothing and answer nothing for the time being, as if their installation were switched off.
create table cascade_hold (
    region_code text primary key,
    since timestamptz not null,
    held_by text not null
);
