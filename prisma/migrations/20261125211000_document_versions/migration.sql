-- What a document said at a moment somebody wanted to be able to come back to, and what it said before each restoring.
CREATE TABLE engine.document_version (
  id              uuid PRIMARY KEY,
  document_id     uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  kind            text NOT NULL CHECK (kind IN ('named', 'before_restore')),
  -- Of a version kept before restoring: the name of the restored one.
  name            text NOT NULL,
  reason          text,
  -- Only of a version kept before restoring: the one that was restored then.
  restored_id     uuid REFERENCES engine.document_version (id),
  -- Erasing a person empties person_id only.
  person_id       uuid,
  guest_id        uuid,
  organisation_id uuid,
  gathering_id    uuid,
  -- The whole document as one Yjs update, encoding V1.
  state           bytea NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  CHECK ((kind = 'before_restore') = (restored_id IS NOT NULL))
);
CREATE INDEX document_version_by_document ON engine.document_version (document_id, created_at DESC, id DESC);
CREATE INDEX document_version_restored ON engine.document_version (restored_id) WHERE restored_id IS NOT NULL;
