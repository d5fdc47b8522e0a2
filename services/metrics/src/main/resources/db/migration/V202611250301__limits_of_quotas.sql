-- What supervision tells of a unit's year by a standard: the limits of its quota, by indicator; null once no release judges the year.
-- Limits are what a published release says of everybody of a kind, and are only read together with a unit's months, so there is no scope.
create table known_limits (
    unit_code text not null,
    standard_code text not null,
    year int not null,
    version bigint not null,
    release text,
    limits jsonb,
    primary key (unit_code, standard_code, year)
);

-- the rules stand in the order of their numbers
update validation_parameter set position = position + 1003 where position >= 15;
update validation_parameter set position = position - 1000 where position > 1000;
-- A third of all units lie outside their limits, which their results say. The reviewer is shown those that lie so far outside that one asks
-- first whether it was measured right; a region that wants to see all of them sets 1.
insert into validation_parameter (name, rule, position, default_value, least, most, zh, en) values
    ('V07.on', 'V07', 15, 1, 0, 1, '启用（1）或停用（0）：全年单位面积用电量与本单位定额相比', 'on (1) or off (0): electricity per square metre of a whole year against the quota of the unit'),
    ('V07.aboveConstraint', 'V07', 16, 1.5, 0, 100, '超过约束值的几倍时提请复核；0 表示不核对', 'above how many times the constraint value it is shown to the reviewer; 0 for never'),
    ('V07.belowGuidance', 'V07', 17, 0.5, 0, 1, '低于引导值的几分之几时提请复核；0 表示不核对', 'below which share of the guidance value it is shown to the reviewer; 0 for never');
