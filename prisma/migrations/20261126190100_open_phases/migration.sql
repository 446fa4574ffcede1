-- Phases that are open now, with what they give: kept by identity, which writes grants from it.
CREATE TABLE "open_phases" (
    "phase_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "section_ids" UUID[] NOT NULL DEFAULT ARRAY[]::UUID[],
    "rules" JSONB NOT NULL DEFAULT '[]',

    CONSTRAINT "open_phases_pkey" PRIMARY KEY ("phase_id")
);
CREATE INDEX "open_phases_municipality_id_idx" ON "open_phases"("municipality_id");
