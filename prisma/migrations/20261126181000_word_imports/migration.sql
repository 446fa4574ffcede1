-- CreateEnum
CREATE TYPE "WordImportState" AS ENUM ('waiting', 'ready', 'applying', 'done', 'undone', 'failed');

-- CreateTable
CREATE TABLE "word_imports" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "acting_organisation_id" UUID,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "WordImportState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "reading" JSONB,
    "decision" JSONB,
    "sections" JSONB NOT NULL DEFAULT '[]',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "word_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "word_imports_municipality_id_requested_by_idx" ON "word_imports"("municipality_id", "requested_by");

-- CreateIndex
CREATE INDEX "word_imports_state_updated_at_idx" ON "word_imports"("state", "updated_at");

-- AddForeignKey
ALTER TABLE "word_imports" ADD CONSTRAINT "word_imports_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
