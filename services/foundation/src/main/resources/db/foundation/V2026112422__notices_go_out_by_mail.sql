-- A notice may go out by mail as well; each goes out once. SENDING is committed before the mail server is spoken to, so that a process
-- that dies in the middle leaves a notice that is looked at and not one that is sent twice.
alter table notice
    add column mail_state text not null default 'OFF'
        check (mail_state in ('OFF', 'WAITING', 'SENDING', 'SENT', 'NO_ADDRESS', 'GIVEN_UP')),
    add column mail_attempts int not null default 0,
    -- when it is tried next, or what became of it last happened
    add column mail_at timestamptz,
    add column mail_failure text;
create index notice_mail_waiting on notice (mail_at) where mail_state in ('WAITING', 'SENDING');
