-- Who changed what, when, why, from what to what. Append-only; only the path follows when a region or unit moves.
create table audit_entry (
    id bigint generated always as identity primary key,
    at timestamptz not null,
    who text not null,
    node text,
    action text not null,
    subject text not null,
    version bigint,
    reason text,
    before jsonb,
    after jsonb,
    path text not null
);
create index audit_entry_subject on audit_entry (subject, id);
create index audit_entry_path on audit_entry (path text_pattern_ops);
alter table audit_entry enable row level security;
alter table audit_entry force row level security;
create policy audit_entry_scope on audit_entry using (in_scope(path)) with check (in_scope(path));

create function refuse_change_of_audit_entry() returns trigger language plpgsql as $$
begin
    if tg_op = 'UPDATE' then
        if (to_jsonb(new) - 'path') = (to_jsonb(old) - 'path') then return new; end if;
    end if;
    raise exception 'the audit trail is append-only';
end $$;
create trigger audit_entry_append_only before update or delete on audit_entry
    for each row execute function refuse_change_of_audit_entry();
create trigger audit_entry_keep before truncate on audit_entry
    for each statement execute function refuse_change_of_audit_entry();
