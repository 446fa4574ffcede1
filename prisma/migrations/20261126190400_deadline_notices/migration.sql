-- Notices before phases end: one for each person, phase and end; and who wants none.
CREATE TABLE "deadline_notices" (
    "municipality_id" UUID NOT NULL,
    "phase_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "deadline_notices_pkey" PRIMARY KEY ("phase_id", "person_id", "closes_at")
);
CREATE INDEX "deadline_notices_municipality_id_idx" ON "deadline_notices"("municipality_id");

CREATE TABLE "deadline_notice_refusals" (
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,

    CONSTRAINT "deadline_notice_refusals_pkey" PRIMARY KEY ("municipality_id", "person_id")
);
