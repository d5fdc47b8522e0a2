-- Which release of its region somebody of a unit has taken note of.
create table acknowledgement (
    unit_code text not null,
    release text not null,
    path text not null,
    at timestamptz not null,
    who text not null,
    primary key (unit_code, release)
);
create index acknowledgement_path on acknowledgement (path text_pattern_ops);
alter table acknowledgement enable row level security;
alter table acknowledgement force row level security;
create policy acknowledgement_scope on acknowledgement using (in_scope(path)) with check (in_scope(path));
