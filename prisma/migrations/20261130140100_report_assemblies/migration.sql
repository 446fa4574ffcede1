-- Reports that somebody wants assembled, and how far they are.
CREATE TYPE "ReportAssemblyState" AS ENUM ('waiting', 'assembling', 'ready', 'failed');
CREATE TABLE "report_assemblies" (
  "id" UUID NOT NULL,
  "municipality_id" UUID NOT NULL,
  "edition_id" UUID NOT NULL,
  "kind" "InstrumentKind" NOT NULL,
  "title" TEXT NOT NULL,
  "year" INTEGER NOT NULL,
  "language" "DocumentLanguage" NOT NULL,
  "requested_by" UUID NOT NULL,
  "acting_organisation_id" UUID,
  "state" "ReportAssemblyState" NOT NULL DEFAULT 'waiting',
  "progress" INTEGER NOT NULL DEFAULT 0,
  "attempts" INTEGER NOT NULL DEFAULT 0,
  "problem" TEXT,
  "report_id" UUID,
  "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
  CONSTRAINT "report_assemblies_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "report_assemblies_municipality_id_requested_by_idx" ON "report_assemblies"("municipality_id", "requested_by");
CREATE INDEX "report_assemblies_state_updated_at_idx" ON "report_assemblies"("state", "updated_at");
