-- Contents of files that lie in an object store. A row is written before its object, outside of the change it belongs to: so what a
-- change that failed has left in the store is found and removed.
CREATE TABLE engine.stored_object (
  file_id uuid PRIMARY KEY,
  -- Since when it is known that there is no such file (any more).
  orphaned_at timestamptz
);
