-- Bills and photographs are kept outside the database from now on. The service moves those that are here, one by one, after it has started;
-- a content that is null has been moved.
alter table attachment alter column content drop not null;
create index attachment_to_move on attachment (id) where content is not null;
create policy attachment_moved on attachment for update using (current_setting('jielian.scope', true) = '/');
