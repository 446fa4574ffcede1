-- CreateEnum
CREATE TYPE "ListImportState" AS ENUM ('waiting', 'ready', 'applying', 'done', 'undone', 'failed');

-- CreateTable
CREATE TABLE "measure_list_imports" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "acting_organisation_id" UUID,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "ListImportState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sheets" JSONB,
    "reading" JSONB,
    "decided" INTEGER NOT NULL DEFAULT 0,
    "written" JSONB NOT NULL DEFAULT '[]',
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "measure_list_imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_list_columns" (
    "municipality_id" UUID NOT NULL,
    "head" TEXT NOT NULL,
    "field" TEXT NOT NULL,

    CONSTRAINT "measure_list_columns_pkey" PRIMARY KEY ("municipality_id", "head")
);

-- CreateIndex
CREATE INDEX "measure_list_imports_municipality_id_requested_by_idx" ON "measure_list_imports"("municipality_id", "requested_by");

-- CreateIndex
CREATE INDEX "measure_list_imports_state_updated_at_idx" ON "measure_list_imports"("state", "updated_at");

-- AddForeignKey
ALTER TABLE "measure_list_imports" ADD CONSTRAINT "measure_list_imports_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
