-- Log, outbox, inbox, presence and repeatable mutations: hand-written, because they need partial indexes, xid8 columns
-- and statements that an object mapper does not write. They live in a schema of their own, which Prisma does not see.
CREATE SCHEMA engine;

-- A collaborative document. Its text is the snapshot plus the rows of the log.
CREATE TABLE engine.document (
  id              uuid PRIMARY KEY,
  municipality_id uuid NOT NULL,
  schema_version  integer NOT NULL,
  -- Encoded size of everything stored for it, for the quota.
  byte_size       bigint NOT NULL DEFAULT 0,
  -- From then on nothing is appended (decision: adoption freezes).
  frozen_at       timestamptz,
  created_at      timestamptz NOT NULL DEFAULT now()
);

-- The append-only log of updates. (node, counter) names the sender's batch, so that a commit whose answer was lost can be
-- repeated. Readers continue from the xmin of their last snapshot, never from an id, because ids commit out of order.
CREATE TABLE engine.document_update (
  id              bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  document_id     uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  node            uuid NOT NULL,
  counter         bigint NOT NULL,
  xid             xid8 NOT NULL DEFAULT pg_current_xact_id(),
  person_id       uuid,
  guest_id        uuid,
  organisation_id uuid,
  -- Yjs update, encoding V1.
  payload         bytea NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT clock_timestamp(),
  -- Whether goals, measures and links of it stand in the tables.
  projected       boolean NOT NULL DEFAULT false,
  UNIQUE (node, counter)
);
CREATE INDEX document_update_by_document ON engine.document_update (document_id, id);
CREATE INDEX document_update_unprojected ON engine.document_update (document_id, created_at) WHERE NOT projected;

-- Everything of the log up to a point as one Yjs update; written by the compaction job.
CREATE TABLE engine.document_snapshot (
  document_id  uuid PRIMARY KEY REFERENCES engine.document (id) ON DELETE CASCADE,
  state        bytea NOT NULL,
  state_vector bytea NOT NULL,
  -- Grows by one with each compaction.
  version      bigint NOT NULL DEFAULT 1,
  created_at   timestamptz NOT NULL DEFAULT now()
);

-- Who writes under a Yjs client id. It never changes; erasing a person empties person_id only.
CREATE TABLE engine.document_client (
  document_id     uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  client_id       bigint NOT NULL,
  person_id       uuid,
  guest_id        uuid,
  organisation_id uuid,
  gathering_id    uuid,
  claimed_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, client_id)
);

-- The client id under which the server writes for an actor (edits from tables and scripts).
CREATE TABLE engine.document_server_client (
  document_id uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  actor_key   text NOT NULL,
  client_id   bigint NOT NULL,
  PRIMARY KEY (document_id, actor_key)
);

-- Text changes that wait for a quiet moment before they become an event.
CREATE TABLE engine.pending_text_change (
  document_id     uuid NOT NULL REFERENCES engine.document (id) ON DELETE CASCADE,
  block_id        uuid NOT NULL,
  actor_key       text NOT NULL,
  person_id       uuid,
  organisation_id uuid,
  first_at        timestamptz NOT NULL DEFAULT now(),
  last_at         timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (document_id, block_id, actor_key)
);

-- Who is in a document right now, as the collaboration nodes see it; rows older than a minute are ghosts.
CREATE UNLOGGED TABLE engine.presence (
  connection_id   uuid PRIMARY KEY,
  document_id     uuid NOT NULL,
  person_id       uuid,
  organisation_id uuid,
  seen_at         timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX presence_by_document ON engine.presence (document_id);

-- Events, written in the transaction of the change they tell of. `position` is given by the one relay at dispatch.
CREATE TABLE engine.outbox_event (
  id               uuid PRIMARY KEY,
  -- Order of insertion. Taken after the aggregate's sequence, so within one aggregate it follows the order of commits; across
  -- aggregates numbers commit out of order, so nobody continues reading from it. Unlike a time it survives a clock set back.
  inserted         bigint GENERATED ALWAYS AS IDENTITY,
  position         bigint UNIQUE,
  name             text NOT NULL,
  version          integer NOT NULL,
  municipality_id  uuid NOT NULL,
  aggregate_type   text NOT NULL,
  aggregate_id     uuid NOT NULL,
  -- 1, 2, 3 … per aggregate.
  sequence         bigint NOT NULL,
  -- The edition whose activity list shows it, if any.
  edition_id       uuid,
  occurred_at      timestamptz NOT NULL DEFAULT now(),
  actor            jsonb NOT NULL,
  correlation_id   uuid NOT NULL,
  causation_id     uuid,
  payload          jsonb NOT NULL,
  -- Subscribers that have neither done it nor been parked with it; set together with the position. While it is not empty,
  -- later events of the same aggregate wait.
  open_subscribers text[],
  dispatched_at    timestamptz,
  UNIQUE (aggregate_id, sequence)
);
CREATE INDEX outbox_event_waiting ON engine.outbox_event (inserted) WHERE position IS NULL;
CREATE INDEX outbox_event_undispatched ON engine.outbox_event (position) WHERE position IS NOT NULL AND dispatched_at IS NULL;
CREATE INDEX outbox_event_open ON engine.outbox_event (aggregate_id, sequence) WHERE open_subscribers <> '{}';
CREATE INDEX outbox_event_by_edition ON engine.outbox_event (edition_id, position DESC) WHERE edition_id IS NOT NULL;
CREATE INDEX outbox_event_by_municipality ON engine.outbox_event (municipality_id, position DESC);

CREATE TABLE engine.aggregate_sequence (
  aggregate_id uuid PRIMARY KEY,
  last         bigint NOT NULL
);

CREATE SEQUENCE engine.event_position;

-- A subscriber's effect and this row commit together: delivered twice, done once.
CREATE TABLE engine.inbox (
  event_id   uuid NOT NULL,
  subscriber text NOT NULL,
  done_at    timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (event_id, subscriber)
);

-- Jobs and events given up after five tries, with the reason; retried by id.
CREATE TABLE engine.parked_job (
  id         uuid PRIMARY KEY,
  queue      text NOT NULL,
  job_name   text NOT NULL,
  job_id     text NOT NULL,
  data       jsonb NOT NULL,
  reason     text NOT NULL,
  attempts   integer NOT NULL,
  parked_at  timestamptz NOT NULL DEFAULT now(),
  retried_at timestamptz,
  UNIQUE (queue, job_id)
);

-- Answers of mutations, kept seven days: the same key gives the same answer and one effect.
CREATE TABLE engine.idempotent_mutation (
  actor_key       text NOT NULL,
  idempotency_key text NOT NULL,
  mutation        text NOT NULL,
  -- SHA-256 of the input, so that a key used for something else is noticed.
  input_hash      text NOT NULL,
  answer          jsonb NOT NULL,
  created_at      timestamptz NOT NULL DEFAULT now(),
  PRIMARY KEY (actor_key, idempotency_key)
);
CREATE INDEX idempotent_mutation_by_age ON engine.idempotent_mutation (created_at);
