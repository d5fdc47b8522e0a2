-- who may tell somebody again asks when that was told last
create index notice_subject on notice (subject, cause, id);
