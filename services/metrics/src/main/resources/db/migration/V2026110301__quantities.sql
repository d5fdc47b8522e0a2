-- What a report may carry, after the field list of the national survey (公共机构能源资源消费统计调查制度). The code is the name in JSON,
-- its snake case the column in files.
create table quantity (
    code text primary key,
    position int not null unique,
    column_name text not null unique,
    unit_of_measure text not null,
    zh text not null,
    en text not null,
    -- name of the carrier in the coefficient sets; null where it is neither energy nor water
    carrier text unique
);
insert into quantity (code, position, column_name, unit_of_measure, zh, en, carrier) values
    ('electricityKwh', 1, 'electricity_kwh', 'kWh', '电', 'Electricity', 'electricity'),
    ('waterM3', 2, 'water_m3', 'm3', '水', 'Water', 'water'),
    ('naturalGasM3', 3, 'natural_gas_m3', 'm3', '天然气', 'Natural gas', 'natural_gas'),
    ('gasolineL', 4, 'gasoline_l', 'L', '汽油', 'Gasoline', 'gasoline'),
    ('dieselL', 5, 'diesel_l', 'L', '柴油', 'Diesel', 'diesel'),
    ('heatGj', 6, 'heat_gj', 'GJ', '热力', 'Heat', 'heat'),
    ('coalKg', 7, 'coal_kg', 'kg', '煤炭', 'Coal', 'coal'),
    ('wasteSortedKg', 8, 'waste_sorted_kg', 'kg', '分类垃圾', 'Sorted waste', null),
    ('foodWasteKg', 9, 'food_waste_kg', 'kg', '餐厨垃圾', 'Food waste', null);
