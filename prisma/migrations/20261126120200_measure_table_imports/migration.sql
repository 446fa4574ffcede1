-- CreateEnum
CREATE TYPE "TableImportState" AS ENUM ('waiting', 'ready', 'applying', 'done', 'failed');

-- CreateTable
CREATE TABLE "measure_table_imports" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "acting_organisation_id" UUID,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "TableImportState" NOT NULL DEFAULT 'waiting',
    "progress" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "rows" JSONB,
    "outcomes" JSONB NOT NULL DEFAULT '[]',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measure_table_imports_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "measure_table_imports_municipality_id_requested_by_idx" ON "measure_table_imports"("municipality_id", "requested_by");

-- CreateIndex
CREATE INDEX "measure_table_imports_state_updated_at_idx" ON "measure_table_imports"("state", "updated_at");

-- AddForeignKey
ALTER TABLE "measure_table_imports" ADD CONSTRAINT "measure_table_imports_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
