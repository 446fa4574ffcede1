-- CreateEnum
CREATE TYPE "MunicipalityKind" AS ENUM ('independent_city', 'county_member', 'county', 'city_state');

-- CreateEnum
CREATE TYPE "GenderStyle" AS ENUM ('colon', 'asterisk', 'underscore', 'pair', 'neutral');

-- CreateEnum
CREATE TYPE "SetupStep" AS ENUM ('look', 'wording', 'concept');

-- CreateEnum
CREATE TYPE "LegalPageKind" AS ENUM ('imprint', 'privacy', 'accessibility', 'house_rules');

-- AlterEnum
ALTER TYPE "ScopeKind" ADD VALUE 'installation';

-- DropIndex
DROP INDEX "municipalities_ags_key";

-- AlterTable
ALTER TABLE "municipalities" ADD COLUMN     "accent_colour" TEXT,
ADD COLUMN     "county_id" UUID,
ADD COLUMN     "gender_style" "GenderStyle",
ADD COLUMN     "instrument_labels" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "kind" "MunicipalityKind",
ADD COLUMN     "logo_file_id" UUID,
ADD COLUMN     "planned_concept" JSONB NOT NULL DEFAULT '{}',
ADD COLUMN     "setup_step" "SetupStep",
ADD COLUMN     "terms" JSONB NOT NULL DEFAULT '{}';

-- CreateTable
CREATE TABLE "legal_pages" (
    "municipality_id" UUID NOT NULL,
    "kind" "LegalPageKind" NOT NULL,
    "text" TEXT NOT NULL,
    "is_published" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "legal_pages_pkey" PRIMARY KEY ("municipality_id","kind")
);

-- CreateIndex
CREATE INDEX "municipalities_county_id_idx" ON "municipalities"("county_id");

-- CreateIndex
CREATE UNIQUE INDEX "municipalities_ags_is_example_key" ON "municipalities"("ags", "is_example");

-- AddForeignKey
ALTER TABLE "municipalities" ADD CONSTRAINT "municipalities_county_id_fkey" FOREIGN KEY ("county_id") REFERENCES "municipalities"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "legal_pages" ADD CONSTRAINT "legal_pages_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipalities"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
