-- A file somebody brought or a job made. Its bytes lie in pieces, so that none has to be in memory as a whole to be sent.
CREATE TABLE engine.stored_file (
  id              uuid PRIMARY KEY,
  municipality_id uuid NOT NULL,
  purpose         text NOT NULL,
  name            text NOT NULL,
  -- Found from the content, never from the name.
  media_type      text NOT NULL,
  byte_size       bigint NOT NULL CHECK (byte_size > 0),
  sha256          text NOT NULL,
  -- Erasing a person empties it.
  uploaded_by     uuid,
  -- What it belongs to; while it is null, the file is loose and deleted after a day.
  kept_by         text,
  loose_since     timestamptz NOT NULL DEFAULT now(),
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX stored_file_by_municipality ON engine.stored_file (municipality_id);
CREATE INDEX stored_file_loose ON engine.stored_file (loose_since) WHERE kept_by IS NULL;

CREATE TABLE engine.stored_file_chunk (
  file_id uuid NOT NULL REFERENCES engine.stored_file (id) ON DELETE CASCADE,
  ordinal integer NOT NULL,
  content bytea NOT NULL,
  PRIMARY KEY (file_id, ordinal)
);
-- Pictures and documents are compressed already.
ALTER TABLE engine.stored_file_chunk ALTER COLUMN content SET STORAGE EXTERNAL;
