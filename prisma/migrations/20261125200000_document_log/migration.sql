-- The log is written many times a second. Every append holds the document's row for the length of its statement, so that a
-- document which does not exist or is being frozen takes none; the foreign key asked the same once more for each row.
ALTER TABLE engine.document_update DROP CONSTRAINT document_update_document_id_fkey;

-- Rows are only ever looked for within their document, so one index serves as key and for reading.
ALTER TABLE engine.document_update DROP CONSTRAINT document_update_pkey;
ALTER TABLE engine.document_update ADD PRIMARY KEY (document_id, id);
DROP INDEX engine.document_update_by_document;

-- What the foreign key did at the end of a document.
CREATE FUNCTION engine.delete_document_log() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM engine.document_update WHERE document_id = OLD.id;
  RETURN OLD;
END $$;
CREATE TRIGGER document_log_goes_too AFTER DELETE ON engine.document FOR EACH ROW EXECUTE FUNCTION engine.delete_document_log();
