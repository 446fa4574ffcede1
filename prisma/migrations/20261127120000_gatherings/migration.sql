-- People meet within a process.
CREATE TYPE "GatheringKind" AS ENUM ('workshop', 'working_group', 'conference', 'council_meeting');
CREATE TYPE "AttendanceState" AS ENUM ('registered', 'attended');

CREATE TABLE "gatherings" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "kind" "GatheringKind" NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "place" TEXT NOT NULL DEFAULT '',
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "languages" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "interpretation" TEXT NOT NULL DEFAULT '',
    "agenda" JSONB NOT NULL DEFAULT '[]',
    "welcomes_guests" BOOLEAN NOT NULL DEFAULT false,
    "releases_cards" BOOLEAN NOT NULL DEFAULT true,
    "guests_write" BOOLEAN NOT NULL DEFAULT true,
    "minutes" TEXT NOT NULL DEFAULT '',
    "results" TEXT NOT NULL DEFAULT '',
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "source_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "gatherings_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "gatherings_municipality_id_id_key" ON "gatherings"("municipality_id", "id");
CREATE INDEX "gatherings_municipality_id_process_id_starts_at_idx" ON "gatherings"("municipality_id", "process_id", "starts_at");
ALTER TABLE "gatherings" ADD CONSTRAINT "gatherings_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "gathering_tables" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "title" TEXT NOT NULL,
    "question" TEXT NOT NULL DEFAULT '',
    "section_id" UUID NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "gathering_tables_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "gathering_tables_municipality_id_gathering_id_number_idx" ON "gathering_tables"("municipality_id", "gathering_id", "number");
ALTER TABLE "gathering_tables" ADD CONSTRAINT "gathering_tables_municipality_id_gathering_id_fkey" FOREIGN KEY ("municipality_id", "gathering_id") REFERENCES "gatherings"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- By organisation: no person is named.
CREATE TABLE "attendances" (
    "municipality_id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "state" "AttendanceState" NOT NULL,
    "people" INTEGER,

    CONSTRAINT "attendances_pkey" PRIMARY KEY ("gathering_id", "organisation_id")
);
CREATE INDEX "attendances_municipality_id_idx" ON "attendances"("municipality_id");
ALTER TABLE "attendances" ADD CONSTRAINT "attendances_municipality_id_gathering_id_fkey" FOREIGN KEY ("municipality_id", "gathering_id") REFERENCES "gatherings"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
