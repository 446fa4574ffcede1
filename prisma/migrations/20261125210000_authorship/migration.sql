-- Whether persons and numbers of characters are shown beside the organisations that wrote a text.
ALTER TABLE "municipalities" ADD COLUMN "shows_authorship_detail" BOOLEAN NOT NULL DEFAULT false;

-- Words whose author is not the owner of the client id that wrote them last: text that was split, moved, copied or brought
-- back. Written before compaction passes the row of the log that tells of it; struct ids of living text outlast compaction.
-- The author is the owner of author_client_id in the same document, or without one the actor named here. Rows stay when
-- the text they speak of is deleted, because a later restoring names it again.
CREATE TABLE engine.text_author (
  document_id      uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  client_id        bigint NOT NULL,
  clock_from       bigint NOT NULL,
  -- The first clock behind it.
  clock_to         bigint NOT NULL,
  author_client_id bigint,
  person_id        uuid,
  guest_id         uuid,
  organisation_id  uuid,
  gathering_id     uuid,
  PRIMARY KEY (document_id, client_id, clock_from)
);
CREATE INDEX text_author_by_person ON engine.text_author (person_id) WHERE person_id IS NOT NULL;

-- Words that stood elsewhere when they were copied, read there by the server, with their authors there. Where the clocks
-- named here hold the same words, these are their authors. Kept until compaction has passed the clocks.
CREATE TABLE engine.copied_text (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id     uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  client_id       bigint NOT NULL,
  clock_from      bigint NOT NULL,
  clock_to        bigint NOT NULL,
  -- Rows of one passage belong together, in the order of their ids: one line of text, one row per author.
  passage         uuid NOT NULL,
  words           text NOT NULL,
  person_id       uuid,
  guest_id        uuid,
  organisation_id uuid,
  gathering_id    uuid,
  -- Who says that she has copied it; it counts only under client ids of her own.
  recorded_by_person_id       uuid,
  recorded_by_guest_id        uuid,
  recorded_by_organisation_id uuid,
  created_at      timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX copied_text_by_document ON engine.copied_text (document_id, id);

-- The latest passages that were taken out of a text, with the struct ids of their words, so that undoing and pasting what was
-- cut find the authors again after compaction has dropped the words. Bounded; see the derivation.
CREATE TABLE engine.removed_text (
  document_id uuid PRIMARY KEY REFERENCES engine.document (id) ON DELETE CASCADE,
  passages    jsonb NOT NULL
);

-- For erasing a person.
CREATE INDEX document_client_by_person ON engine.document_client (person_id) WHERE person_id IS NOT NULL;
