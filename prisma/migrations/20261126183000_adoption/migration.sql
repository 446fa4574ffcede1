-- Numbers are fixed at adoption; until then they follow from the order and stand nowhere.
ALTER TABLE "sections" ADD COLUMN "number" TEXT;
ALTER TABLE "goals" ADD COLUMN "number" TEXT;
ALTER TABLE "measures" ADD COLUMN "number" TEXT;

-- CreateTable
CREATE TABLE "adopted_editions" (
    "edition_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "hash" TEXT NOT NULL,

    CONSTRAINT "adopted_editions_pkey" PRIMARY KEY ("edition_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "adopted_editions_municipality_id_edition_id_key" ON "adopted_editions"("municipality_id", "edition_id");

-- AddForeignKey
ALTER TABLE "adopted_editions" ADD CONSTRAINT "adopted_editions_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateEnum
CREATE TYPE "ResolutionResult" AS ENUM ('unchanged', 'amended', 'postponed', 'noted', 'rejected');

-- CreateTable
CREATE TABLE "resolutions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "adopted_edition_id" UUID,
    "body_name" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "result" "ResolutionResult" NOT NULL,
    "votes_yes" INTEGER,
    "votes_no" INTEGER,
    "votes_abstained" INTEGER,
    "paper_number" TEXT,
    "oparl_url" TEXT,
    "remark" TEXT,
    "file_id" UUID,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "resolutions_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_adopted_edition_id_key" ON "resolutions"("adopted_edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "resolutions_municipality_id_id_key" ON "resolutions"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "resolutions_municipality_id_edition_id_idx" ON "resolutions"("municipality_id", "edition_id");

-- CreateTable
CREATE TABLE "consultations" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "resolution_id" UUID NOT NULL,
    "body_name" TEXT NOT NULL,
    "held_on" DATE NOT NULL,
    "role" TEXT NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "consultations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "consultations_municipality_id_resolution_id_position_idx" ON "consultations"("municipality_id", "resolution_id", "position");

-- AddForeignKey
ALTER TABLE "consultations" ADD CONSTRAINT "consultations_municipality_id_resolution_id_fkey" FOREIGN KEY ("municipality_id", "resolution_id") REFERENCES "resolutions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- CreateTable
CREATE TABLE "adopted_files" (
    "edition_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "state" "ExportState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "problem_detail" TEXT,
    "file_id" UUID,
    "sha256" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "adopted_files_pkey" PRIMARY KEY ("edition_id")
);

-- CreateIndex
CREATE INDEX "adopted_files_municipality_id_idx" ON "adopted_files"("municipality_id");

-- CreateIndex
CREATE INDEX "adopted_files_state_updated_at_idx" ON "adopted_files"("state", "updated_at");
