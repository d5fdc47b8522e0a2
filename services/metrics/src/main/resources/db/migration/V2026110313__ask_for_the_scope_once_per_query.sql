-- The same rule as before. in_scope looks the connection's scope up for every row, which over the thousands of cells of a province's
-- year was a third of the query; a subquery of its own is evaluated once. A connection without scope compares with null and sees nothing.
alter policy rollup_scope on rollup using (
    starts_with(path, (select nullif(current_setting('jielian.scope', true), '')))
    or starts_with(counted_path, (select nullif(current_setting('jielian.scope', true), '')))
    or (select current_setting('jielian.scope', true)) = '/');
