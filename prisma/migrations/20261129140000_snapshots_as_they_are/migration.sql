-- Yjs writes texts densely. Compressing a snapshot once more costs nine times as long as writing it, and unpacking it is waited for
-- by whoever opens the text; what it would save is half of the space.
ALTER TABLE engine.document_snapshot ALTER COLUMN state SET STORAGE EXTERNAL;
