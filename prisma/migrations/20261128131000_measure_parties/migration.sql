-- What organisations have said about their part in measures, as far as texts and tables show it; begins with what they have answered so far.
CREATE TABLE "measure_parties" (
    "measure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "is_reserved" BOOLEAN NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_parties_pkey" PRIMARY KEY ("measure_id", "organisation_id")
);
CREATE INDEX "measure_parties_municipality_id_idx" ON "measure_parties"("municipality_id");

INSERT INTO "measure_parties" ("measure_id", "organisation_id", "municipality_id", "role", "is_reserved", "answered_at")
SELECT "measure_id", "organisation_id", "municipality_id", "role", coalesce("reservation", '') <> '', "answered_at" FROM "measure_party_answers";
