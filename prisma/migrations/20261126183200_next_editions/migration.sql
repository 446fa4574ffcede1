-- AlterTable
ALTER TABLE "editions" ADD COLUMN "based_on_id" UUID,
ADD COLUMN "correction_reason" TEXT;

-- CreateIndex
CREATE INDEX "editions_municipality_id_based_on_id_idx" ON "editions"("municipality_id", "based_on_id");
