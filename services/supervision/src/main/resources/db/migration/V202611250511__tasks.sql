-- Supervision tasks (督办). A task belongs to the node that has to answer it; those above see it by its path.
create table supervision_task (
    id uuid primary key,
    version bigint not null,
    kind text not null,
    -- month or year it is about; null when it is about none
    period text,
    target text not null,
    path text not null,
    issuer text not null,
    -- the region in whose charge it is: one at a time
    holder text not null,
    title_zh text not null,
    title_en text not null,
    detail_zh text not null,
    detail_en text not null,
    -- one task for a flood of one cause under its target
    grouped boolean not null,
    opened_at timestamptz not null,
    opened_by text,
    due date not null,
    status text not null check (status in ('OPEN', 'ANSWERED', 'RETURNED', 'EXTENSION_ASKED', 'VERIFIED', 'CLOSED', 'WITHDRAWN')),
    rung text not null check (rung in ('NONE', 'REMINDED', 'YELLOW', 'RED', 'CRITICISED', 'SUMMONED')),
    -- day on which it climbs next; null at the top of the ladder
    climbs_on date,
    cause_gone_at timestamptz,
    answer text,
    evidence text[] not null default '{}',
    answered_by text,
    answered_at timestamptz,
    asked_until date,
    asked_reason text,
    -- the last word of the region in charge
    remark text,
    closed_at timestamptz,
    closed_by text
);
create index supervision_task_path on supervision_task (path text_pattern_ops);
create index supervision_task_holder on supervision_task (holder) where closed_at is null;
create index supervision_task_target on supervision_task (target);
create index supervision_task_climbs on supervision_task (climbs_on) where closed_at is null;
alter table supervision_task enable row level security;
alter table supervision_task force row level security;
create policy supervision_task_scope on supervision_task using (in_scope(path)) with check (in_scope(path));

-- What tasks were opened for. A row stays for good: that is why no fact opens a task twice, however often it is told.
create table task_cause (
    cause_key text primary key,
    kind text not null,
    node text not null,
    period text,
    path text not null,
    task_id uuid not null references supervision_task,
    title_zh text not null,
    title_en text not null,
    since timestamptz not null,
    gone_at timestamptz
);
create index task_cause_task on task_cause (task_id);
create index task_cause_node on task_cause (kind, node);
alter table task_cause enable row level security;
alter table task_cause force row level security;
create policy task_cause_scope on task_cause using (in_scope(path)) with check (in_scope(path));

-- Public criticism (通报) and summons (约谈): what remains on the record, whatever becomes of the task.
create table task_record (
    task_id uuid not null references supervision_task,
    rung text not null check (rung in ('CRITICISED', 'SUMMONED')),
    due date not null,
    target text not null,
    path text not null,
    by_region text not null,
    at timestamptz not null,
    primary key (task_id, rung, due)
);
alter table task_record enable row level security;
alter table task_record force row level security;
create policy task_record_scope on task_record using (in_scope(path)) with check (in_scope(path));

-- The month in which this installation began to look for what is missing.
create table tasks_begin (
    one boolean primary key default true check (one),
    month char(7) not null
);
