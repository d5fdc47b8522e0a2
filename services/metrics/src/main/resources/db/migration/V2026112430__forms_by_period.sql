-- A quantity is used up in the month (FLOW), paid for it (COST, which says for which), or simply there in it (STOCK: its year is the mean
-- of its months, as with headcount and floor area). part_of says that it is contained in another one and can't be more.
alter table quantity add column kind text not null default 'FLOW' check (kind in ('FLOW', 'COST', 'STOCK'));
alter table quantity add column cost_of text references quantity (code);
alter table quantity add column part_of text references quantity (code);
alter table quantity add check ((kind = 'COST') = (cost_of is not null));

insert into quantity (code, position, slot, column_name, unit_of_measure, zh, en, kind, cost_of, part_of) values
    ('electricityCost', 10, 10, 'electricity_cost', 'yuan', '电费', 'Cost of electricity', 'COST', 'electricityKwh', null),
    ('waterCost', 11, 11, 'water_cost', 'yuan', '水费', 'Cost of water', 'COST', 'waterM3', null),
    ('naturalGasCost', 12, 12, 'natural_gas_cost', 'yuan', '天然气费', 'Cost of natural gas', 'COST', 'naturalGasM3', null),
    ('gasolineCost', 13, 13, 'gasoline_cost', 'yuan', '汽油费', 'Cost of gasoline', 'COST', 'gasolineL', null),
    ('dieselCost', 14, 14, 'diesel_cost', 'yuan', '柴油费', 'Cost of diesel', 'COST', 'dieselL', null),
    ('heatCost', 15, 15, 'heat_cost', 'yuan', '热力费', 'Cost of heat', 'COST', 'heatGj', null),
    ('coalCost', 16, 16, 'coal_cost', 'yuan', '煤炭费', 'Cost of coal', 'COST', 'coalKg', null),
    ('gasolineVehicleL', 17, 17, 'gasoline_vehicle_l', 'L', '其中：车用汽油', 'of which gasoline of vehicles', 'FLOW', null, 'gasolineL'),
    ('dieselVehicleL', 18, 18, 'diesel_vehicle_l', 'L', '其中：车用柴油', 'of which diesel of vehicles', 'FLOW', null, 'dieselL'),
    ('dcElectricityKwh', 19, 19, 'dc_electricity_kwh', 'kWh', '其中：数据中心机房用电', 'of which electricity of the data room', 'FLOW', null, 'electricityKwh'),
    ('heatedArea', 20, 20, 'heated_area_m2', 'm2', '供热面积', 'Heated area', 'STOCK', null, null),
    ('vehicleTotal', 21, 21, 'vehicle_total', '-', '公务用车', 'Vehicles', 'STOCK', null, null),
    ('vehicleNev', 22, 22, 'vehicle_nev', '-', '其中：新能源汽车', 'of which new-energy vehicles', 'STOCK', null, 'vehicleTotal');

-- What is asked for in a month: a form holds from its first month until the next one begins. A month keeps the form it was reported on.
create table form (
    code text primary key,
    from_month char(7) not null unique,
    zh text not null,
    en text not null
);
create table form_field (
    form_code text not null references form,
    quantity_code text not null references quantity (code),
    position int not null,
    required boolean not null default false,
    primary key (form_code, quantity_code),
    unique (form_code, position)
);
insert into form (code, from_month, zh, en) values
    ('2020', '2020-01', '能源资源消费月报（2020 年版）', 'Monthly consumption (form of 2020)'),
    ('2026', '2026-01', '能源资源消费与费用月报（2026 年版）', 'Monthly consumption and cost (form of 2026)');
insert into form_field (form_code, quantity_code, position)
    select '2020', code, position from quantity where position <= 9;
-- each cost beside what it pays for, each part below its whole
insert into form_field (form_code, quantity_code, position)
    select '2026', q.code, row_number() over (
        order by coalesce(whole.position, q.position),
                 case when q.kind = 'COST' then 1 when q.part_of is not null then 2 else 0 end)
    from quantity q left join quantity whole on whole.code = coalesce(q.cost_of, q.part_of);
