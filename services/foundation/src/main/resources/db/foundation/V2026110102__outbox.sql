-- Facts that are true since the transaction that wrote them and not yet told on Kafka.
create table outbox (
    id bigint generated always as identity primary key,
    topic text not null,
    key text not null,
    value text not null,
    at timestamptz not null
);
-- rows live for milliseconds: without this the dead ones slow the relay down
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000, autovacuum_vacuum_cost_delay = 0);
