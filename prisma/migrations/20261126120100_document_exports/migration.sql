-- CreateEnum
CREATE TYPE "ExportForm" AS ENUM ('pdf', 'docx', 'xlsx', 'csv');

-- CreateEnum
CREATE TYPE "ExportState" AS ENUM ('waiting', 'rendering', 'ready', 'failed');

-- CreateTable
CREATE TABLE "document_exports" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID,
    "organisation_id" UUID,
    "form" "ExportForm" NOT NULL,
    "has_line_numbers" BOOLEAN NOT NULL,
    "has_measure_table" BOOLEAN NOT NULL,
    "requested_by" UUID NOT NULL,
    "acting_organisation_id" UUID,
    "state" "ExportState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "problem_detail" TEXT,
    "file_id" UUID,
    "file_name" TEXT,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "document_exports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "document_exports_municipality_id_requested_by_idx" ON "document_exports"("municipality_id", "requested_by");

-- CreateIndex
CREATE INDEX "document_exports_state_updated_at_idx" ON "document_exports"("state", "updated_at");
