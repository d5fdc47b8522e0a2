-- What a POST with an Idempotency-Key was answered, written in the transaction of the call itself. Read only by its own caller.
create table kept_answer (
    who text not null,
    key text not null,
    call text not null,
    status integer,
    location text,
    etag text,
    body text,
    at timestamptz not null,
    primary key (who, key)
);
create index kept_answer_at on kept_answer (at);
