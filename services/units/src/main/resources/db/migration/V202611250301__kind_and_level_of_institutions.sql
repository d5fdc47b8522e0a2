-- What an institution is in the words of a quota table; nobody has said so of those registered before.
alter table unit add column kind text check (kind in ('UNIVERSITY', 'COLLEGE', 'SECONDARY_DAY', 'SECONDARY_BOARDING', 'PRIMARY',
    'KINDERGARTEN', 'HOSPITAL', 'LIBRARY'));
alter table unit add column level text check (level in ('GRADE_1', 'GRADE_2', 'GRADE_3', 'PROVINCIAL', 'CITY', 'COUNTY'));
alter table unit add check (level is null or kind is not null);
