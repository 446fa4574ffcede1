-- Processes that are planned: begun from a template, with tracks, phases and the documents they lead to.
ALTER TYPE "InstrumentKind" ADD VALUE 'position_paper';

ALTER TABLE "planning_processes"
    ADD COLUMN "template_key" TEXT,
    ADD COLUMN "example_name" TEXT,
    ADD COLUMN "is_standing" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "rhythm" TEXT,
    ADD COLUMN "decision_title" TEXT,
    ADD COLUMN "decision_body_id" UUID,
    ADD COLUMN "decision_day" DATE,
    ADD COLUMN "history" JSONB NOT NULL DEFAULT '[]';

ALTER TABLE "bodies" ADD COLUMN "examples" JSONB NOT NULL DEFAULT '[]';

CREATE TABLE "process_tracks" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "process_tracks_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "process_tracks_municipality_id_process_id_idx" ON "process_tracks"("municipality_id", "process_id");
ALTER TABLE "process_tracks" ADD CONSTRAINT "process_tracks_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TYPE "PhaseState" AS ENUM ('planned', 'open', 'closed');
CREATE TABLE "phases" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "track_id" UUID,
    "body_id" UUID,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "section_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "is_exclusive" BOOLEAN NOT NULL DEFAULT false,
    "rules" JSONB NOT NULL DEFAULT '[]',
    "examples" JSONB NOT NULL DEFAULT '[]',
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "state" "PhaseState" NOT NULL DEFAULT 'planned',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "phases_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "phases_municipality_id_process_id_opens_at_idx" ON "phases"("municipality_id", "process_id", "opens_at");
CREATE INDEX "phases_state_opens_at_idx" ON "phases"("state", "opens_at");
ALTER TABLE "phases" ADD CONSTRAINT "phases_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "phases" ADD CONSTRAINT "phases_close_after_they_open" CHECK ("closes_at" IS NULL OR "closes_at" > "opens_at");

CREATE TABLE "process_documents" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "note" TEXT,
    "decided_by_id" UUID,
    "is_binding" BOOLEAN NOT NULL DEFAULT true,
    "edition_id" UUID,
    "fields" JSONB NOT NULL DEFAULT '[]',
    "examples" JSONB NOT NULL DEFAULT '[]',
    "position" INTEGER NOT NULL,

    CONSTRAINT "process_documents_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "process_documents_municipality_id_process_id_idx" ON "process_documents"("municipality_id", "process_id");
ALTER TABLE "process_documents" ADD CONSTRAINT "process_documents_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "process_templates" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "process_templates_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "process_templates_municipality_id_created_at_idx" ON "process_templates"("municipality_id", "created_at");
