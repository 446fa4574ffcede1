-- AlterTable
ALTER TABLE "document_exports" ADD COLUMN "has_contributions" BOOLEAN NOT NULL DEFAULT false;
