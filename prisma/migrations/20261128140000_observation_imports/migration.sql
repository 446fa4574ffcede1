-- Statistics files that become values of indicators: what was read, how it is understood, which values came of it, and what was said of words before.
CREATE TYPE "ObservationImportState" AS ENUM ('waiting', 'ready', 'applying', 'done', 'undone', 'failed');

CREATE TABLE "observation_imports" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "requested_by" UUID NOT NULL,
    "acting_organisation_id" UUID,
    "file_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "state" "ObservationImportState" NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "problem" TEXT,
    "sheets" JSONB,
    "encoding" TEXT,
    "has_formulas" BOOLEAN NOT NULL DEFAULT false,
    "reading" JSONB,
    "decided" TEXT,
    "planned" INTEGER NOT NULL DEFAULT 0,
    "progress" INTEGER NOT NULL DEFAULT 0,
    "changed" INTEGER NOT NULL DEFAULT 0,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "observation_imports_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "observation_imports_municipality_id_id_key" ON "observation_imports"("municipality_id", "id");
CREATE INDEX "observation_imports_municipality_id_requested_by_idx" ON "observation_imports"("municipality_id", "requested_by");
CREATE INDEX "observation_imports_state_updated_at_idx" ON "observation_imports"("state", "updated_at");

CREATE TABLE "observation_import_values" (
    "municipality_id" UUID NOT NULL,
    "import_id" UUID NOT NULL,
    "observation_id" UUID NOT NULL,

    CONSTRAINT "observation_import_values_pkey" PRIMARY KEY ("import_id", "observation_id")
);
ALTER TABLE "observation_import_values" ADD CONSTRAINT "observation_import_values_municipality_id_import_id_fkey"
    FOREIGN KEY ("municipality_id", "import_id") REFERENCES "observation_imports"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE TABLE "observation_import_words" (
    "municipality_id" UUID NOT NULL,
    "about" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "meaning" JSONB NOT NULL,

    CONSTRAINT "observation_import_words_pkey" PRIMARY KEY ("municipality_id", "about", "words")
);
