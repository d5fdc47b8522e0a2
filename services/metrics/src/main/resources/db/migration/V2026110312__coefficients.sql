-- What one unit of a carrier stands for in coal equivalent and CO2, as named sets: a figure without the name of its set means nothing.
-- A set may be replaced carrier by carrier from a year on; figures of earlier years keep the coefficients before.
create table coefficient_set (
    code text primary key,
    position int not null unique,
    zh text not null,
    en text not null
);
insert into coefficient_set (code, position, zh, en) values
    ('STAT', 1, '统计口径（电热当量值）', 'Statistics (calorific value of electricity)'),
    ('QUOTA', 2, '定额口径（电等价值）', 'Quota standards (equivalent value of electricity)');

create table coefficient (
    set_code text not null references coefficient_set (code),
    year_from int not null,
    carrier text not null,
    unit_of_measure text not null,
    -- kilograms in one unit where the coefficients are per kilogram and the carrier is measured by volume
    density_kg_per_unit numeric,
    kgce_per_base numeric not null,
    co2_kg_per_base numeric not null,
    note text not null,
    primary key (set_code, carrier, year_from)
);
insert into coefficient
    (set_code, year_from, carrier, unit_of_measure, density_kg_per_unit, kgce_per_base, co2_kg_per_base, note) values
    ('STAT', 2020, 'electricity', 'kWh', null, 0.1229, 0.5366,
        'calorific value; CO2: national grid average of 2022 where no province factor is set'),
    ('STAT', 2020, 'natural_gas', 'm3', null, 1.3300, 2.1622, 'upper end of the range in GB/T 2589-2020'),
    ('STAT', 2020, 'gasoline', 'L', 0.73, 1.4714, 2.9251, 'base is kg; litres are converted with the density'),
    ('STAT', 2020, 'diesel', 'L', 0.86, 1.4571, 3.0959, 'base is kg; litres are converted with the density'),
    ('STAT', 2020, 'heat', 'GJ', null, 34.12, 110, '0.03412 per MJ; CO2 0.11 t/GJ (unverified)'),
    ('STAT', 2020, 'coal', 'kg', null, 0.7143, 1.9003, 'raw coal'),
    ('STAT', 2020, 'water', 'm3', null, 0, 0, 'water is never energy'),
    ('QUOTA', 2020, 'electricity', 'kWh', null, 0.31, 0.5366, 'equivalent value used by the quota standards'),
    ('QUOTA', 2020, 'natural_gas', 'm3', null, 1.2143, 2.1622, ''),
    ('QUOTA', 2020, 'gasoline', 'L', 0.73, 1.4714, 2.9251, ''),
    ('QUOTA', 2020, 'diesel', 'L', 0.86, 1.4571, 3.0959, ''),
    ('QUOTA', 2020, 'heat', 'GJ', null, 34.12, 110, ''),
    ('QUOTA', 2020, 'coal', 'kg', null, 0.7143, 1.9003, ''),
    ('QUOTA', 2020, 'water', 'm3', null, 0, 0, '');
