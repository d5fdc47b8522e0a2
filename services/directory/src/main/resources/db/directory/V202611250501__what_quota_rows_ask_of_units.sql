-- What the row of a quota table is found by, apart from type and region. Unknown of a unit until the next fact about it.
alter table known_unit add column heating text;
alter table known_unit add column kind text;
alter table known_unit add column level text;
