-- A region's plan of inspections. What was in the hat, the seed and the way it was drawn stay with it, so that the draw can be repeated.
create table inspection_plan (
    id uuid primary key,
    region_code text not null,
    kind text not null,
    name text not null,
    standard_code text not null,
    year int not null,
    from_day date not null,
    to_day date not null,
    -- who inspects; another city than that of the units for a cross-city plan
    inspecting text not null,
    seed text,
    algorithm text,
    units_in_hat text[],
    units_wanted int,
    inspectors_in_hat text[],
    inspectors_wanted int,
    reason text,
    created_at timestamptz not null,
    created_by text not null
);
create index inspection_plan_region on inspection_plan (region_code, created_at);
alter table inspection_plan enable row level security;
alter table inspection_plan force row level security;
create policy inspection_plan_scope on inspection_plan
    using (node_in_scope(region_code)) with check (node_in_scope(region_code));

-- One inspection of one unit. The body is the whole state; the other columns repeat what lists and searches go by.
create table inspection (
    id uuid primary key,
    plan_id uuid not null references inspection_plan,
    kind text not null,
    unit_code text not null,
    unit_name text not null,
    inspecting text not null,
    day date not null,
    status text not null,
    due date,
    -- whether the unit may know of it
    announced boolean not null,
    problems int not null,
    path text not null,
    version bigint not null,
    body jsonb not null,
    changed_at timestamptz not null
);
create index inspection_path on inspection (path text_pattern_ops);
create index inspection_inspecting on inspection (inspecting, day);
create index inspection_unit on inspection (unit_code);
create index inspection_plan_of on inspection (plan_id);
create index inspection_waits on inspection (status, due);
alter table inspection enable row level security;
alter table inspection force row level security;
-- Seen from above the unit, by the unit once it may know, and by whoever inspects and those above: people of another city find exactly
-- the inspections that were given to them.
create policy inspection_scope on inspection
    using ((in_scope(path) and (announced or path <> (select current_setting('jielian.scope', true)))) or node_in_scope(inspecting))
    with check (in_scope(path) or node_in_scope(inspecting));

create table rectification (
    id uuid primary key,
    number text not null unique,
    number_year int not null,
    number_in_year int not null,
    inspection_id uuid not null references inspection,
    unit_code text not null,
    unit_name text not null,
    issuer text not null,
    served_on date not null,
    -- the first day by which the unit owes something; null while nothing waits for it
    due date,
    closed_at timestamptz,
    path text not null,
    version bigint not null,
    body jsonb not null,
    changed_at timestamptz not null,
    unique (issuer, number_year, number_in_year)
);
create index rectification_path on rectification (path text_pattern_ops);
create index rectification_unit on rectification (unit_code);
alter table rectification enable row level security;
alter table rectification force row level security;
create policy rectification_scope on rectification
    using (in_scope(path) or node_in_scope(issuer)) with check (in_scope(path) or node_in_scope(issuer));

-- The numbered problems once more, for boards and searches.
create table rectification_problem (
    notice_id uuid not null references rectification,
    no int not null,
    item text,
    clause text not null,
    found text not null,
    term text not null,
    deadline date not null,
    responsible text not null,
    status text not null,
    primary key (notice_id, no)
);
create index rectification_problem_waits on rectification_problem (status, deadline);
alter table rectification_problem enable row level security;
alter table rectification_problem force row level security;
create policy rectification_problem_scope on rectification_problem
    using (exists (select from rectification r where r.id = notice_id))
    with check (exists (select from rectification r where r.id = notice_id));

-- Evidence that an inspection or an answer shows is seen by whoever sees the inspection.
create table inspection_evidence (
    evidence_id uuid not null,
    inspection_id uuid not null references inspection,
    primary key (evidence_id, inspection_id)
);
alter table inspection_evidence enable row level security;
alter table inspection_evidence force row level security;
create policy inspection_evidence_scope on inspection_evidence
    using (exists (select from inspection i where i.id = inspection_id))
    with check (exists (select from inspection i where i.id = inspection_id));
create policy evidence_of_inspection on evidence for select
    using (exists (select from inspection_evidence s where s.evidence_id = evidence.id));
-- Inspectors of another city photograph a unit that is not below them: they may add that, and see what they added.
create policy evidence_by_inspectors on evidence for insert
    with check (exists (select from inspection i where i.unit_code = node_code and i.inspecting = added_at_node));
create policy evidence_of_inspectors on evidence for select
    using (exists (select from inspection i where i.unit_code = node_code and i.inspecting = added_at_node
                   and node_in_scope(i.inspecting)));

-- Both sides of an inspection tell each other, and what either does is written into the trail where the unit stands.
create policy notice_told_across on notice for insert
    with check (exists (select from inspection i where i.unit_code = recipient or i.inspecting = recipient));
create policy audit_entry_across on audit_entry for insert
    with check (exists (select from inspection i where i.path = audit_entry.path and node_in_scope(i.inspecting)));
