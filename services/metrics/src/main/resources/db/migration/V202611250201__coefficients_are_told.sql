-- What was told last of each coefficient set on metrics.coefficients.v1; told again when the set or the forms differ from it.
create table told_coefficients (
    set_code text primary key,
    version bigint not null,
    content jsonb not null
);
