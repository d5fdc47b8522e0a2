-- The last trial of a draft on a year's reports. Nobody below the draft's region sees it, as with the draft itself.
create table trial (
    draft_id uuid not null references standard_draft (id) on delete cascade,
    year int not null,
    draft_version bigint not null,
    path text not null,
    units int not null,
    summary jsonb not null,
    tried_at timestamptz not null,
    tried_by text not null,
    primary key (draft_id, year)
);
alter table trial enable row level security;
alter table trial force row level security;
create policy trial_scope on trial using (in_scope(path)) with check (in_scope(path));

create table trial_change (
    draft_id uuid not null,
    year int not null,
    place int not null,
    path text not null,
    unit_code text not null,
    region_code text not null,
    indicator text not null,
    effect text not null,
    lineage text[] not null,
    body jsonb not null,
    primary key (draft_id, year, place),
    foreign key (draft_id, year) references trial on delete cascade
);
alter table trial_change enable row level security;
alter table trial_change force row level security;
create policy trial_change_scope on trial_change using (in_scope(path)) with check (in_scope(path));
