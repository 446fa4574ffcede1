-- The full record of an indicator, when a value was retrieved and what it corrects, and below which number a group is not shown.
CREATE TYPE "IndicatorKind" AS ENUM ('context', 'output', 'outcome', 'process');
CREATE TYPE "IndicatorSensitivity" AS ENUM ('open', 'personal', 'special');
CREATE TYPE "ReportingRhythm" AS ENUM ('monthly', 'quarterly', 'half_yearly', 'yearly', 'two_yearly', 'irregular');
CREATE TYPE "ReferenceDateType" AS ENUM ('end_of_year', 'reference_day', 'calendar_year', 'school_year', 'survey_wave');
CREATE TYPE "SpatialLevel" AS ENUM ('quarter', 'municipality', 'county', 'land', 'country');

ALTER TABLE "indicators"
    ADD COLUMN "kind" "IndicatorKind",
    ADD COLUMN "spatial_level" "SpatialLevel",
    ADD COLUMN "breakdowns" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[],
    ADD COLUMN "corridor_low" DECIMAL,
    ADD COLUMN "corridor_high" DECIMAL,
    ADD COLUMN "baseline_value" DECIMAL,
    ADD COLUMN "baseline_year" INTEGER,
    ADD COLUMN "target_value" DECIMAL,
    ADD COLUMN "target_year" INTEGER,
    ADD COLUMN "path_version" INTEGER,
    ADD COLUMN "rhythm" "ReportingRhythm",
    ADD COLUMN "responsible_organisation_id" UUID,
    ADD COLUMN "sensitivity" "IndicatorSensitivity" NOT NULL DEFAULT 'open',
    ADD COLUMN "licence" TEXT,
    ADD COLUMN "may_exceed_hundred" BOOLEAN NOT NULL DEFAULT false,
    ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
-- Whoever counted people so far is protected from now on.
UPDATE "indicators" SET "sensitivity" = 'personal' WHERE "unit" = 'persons';

ALTER TABLE "indicator_definitions"
    ADD COLUMN "numerator" TEXT,
    ADD COLUMN "denominator" TEXT,
    ADD COLUMN "population_concept" TEXT,
    ADD COLUMN "table_id" TEXT,
    ADD COLUMN "method_note" TEXT,
    ADD COLUMN "reference_date_type" "ReferenceDateType";

ALTER TABLE "observations"
    ADD COLUMN "retrieved_on" DATE,
    ADD COLUMN "supersedes_id" UUID;
ALTER TABLE "observations" ADD CONSTRAINT "observations_municipality_id_supersedes_id_fkey"
    FOREIGN KEY ("municipality_id", "supersedes_id") REFERENCES "observations"("municipality_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
CREATE UNIQUE INDEX "observations_municipality_id_supersedes_id_key" ON "observations"("municipality_id", "supersedes_id");

CREATE TABLE "monitoring_settings" (
    "municipality_id" UUID NOT NULL,
    "suppression_threshold" INTEGER NOT NULL,

    CONSTRAINT "monitoring_settings_pkey" PRIMARY KEY ("municipality_id")
);
