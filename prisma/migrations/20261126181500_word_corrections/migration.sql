-- CreateEnum
CREATE TYPE "WordImportKind" AS ENUM ('sections', 'corrections');

-- AlterTable
ALTER TABLE "word_imports" ADD COLUMN "kind" "WordImportKind" NOT NULL DEFAULT 'sections', ADD COLUMN "corrections" JSONB;
