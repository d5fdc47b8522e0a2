-- A trial is work that goes on after the call: who it is done for, how far it has come, and what became of it.
alter table trial
    -- a trial begun again is another run, and the worker of the one before finds that it is not wanted any more
    add column run uuid not null default gen_random_uuid(),
    add column state text not null default 'DONE' check (state in ('RUNNING', 'DONE', 'FAILED')),
    add column total int,
    add column looked int not null default 0,
    add column node text,
    add column roles text not null default '',
    add column failure jsonb,
    add column finished_at timestamptz;
alter table trial alter column state drop default;
create unique index trial_run on trial (run);
