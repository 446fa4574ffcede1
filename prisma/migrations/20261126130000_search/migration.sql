-- Both come with PostgreSQL and may be created by the owner of a database.
CREATE EXTENSION IF NOT EXISTS pg_trgm;
CREATE EXTENSION IF NOT EXISTS fuzzystrmatch;

-- What can be found: one row per section, goal, measure, organisation and indicator. Derived from the tables of the contexts;
-- everything here may be deleted and comes back by itself.
CREATE TABLE engine.search_entry (
  object_id       uuid PRIMARY KEY,
  kind            text NOT NULL CHECK (kind IN ('section', 'goal', 'measure', 'organisation', 'indicator')),
  municipality_id uuid NOT NULL,
  -- Null of organisations and indicators; rights follow from these three.
  process_id      uuid,
  edition_id      uuid,
  section_id      uuid,
  -- The block of a goal or measure in its section's text.
  block_id        uuid,
  title           text NOT NULL,
  -- Shown beneath the title; of a section empty, its text stands in search_passage.
  body            text NOT NULL,
  -- The folded words and their German stems: title A, the rest B.
  vector          tsvector NOT NULL,
  -- Which rules the words were folded by; another number means that the row must be made anew.
  folding         integer NOT NULL
);
CREATE INDEX search_entry_vector ON engine.search_entry USING gin (vector);
CREATE INDEX search_entry_by_section ON engine.search_entry (section_id) WHERE section_id IS NOT NULL;

-- The blocks of a section's own text, so that a result leads to the very place.
CREATE TABLE engine.search_passage (
  entry_id uuid NOT NULL REFERENCES engine.search_entry (object_id) ON DELETE CASCADE,
  ordinal  integer NOT NULL,
  block_id uuid NOT NULL,
  text     text NOT NULL,
  vector   tsvector NOT NULL,
  PRIMARY KEY (entry_id, ordinal)
);

-- Every word and stem of a municipality's entries: what a mistyped word may have meant, and in which compounds a word hides.
CREATE TABLE engine.search_word (
  municipality_id uuid NOT NULL,
  word            text NOT NULL,
  PRIMARY KEY (municipality_id, word)
);
CREATE INDEX search_word_trigrams ON engine.search_word USING gin (word gin_trgm_ops);
