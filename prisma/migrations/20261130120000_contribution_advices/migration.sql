-- What organisations are asked about contributions by those who answer them, and their advice.
CREATE TABLE "contribution_advices" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "asked_by_organisation_id" UUID,
    "question" TEXT NOT NULL,
    "question_language" TEXT NOT NULL,
    "due_on" DATE,
    "asked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "advice" TEXT,
    "advice_language" TEXT,
    "given_by_id" UUID,
    "given_at" TIMESTAMPTZ(3),
    "revision" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "contribution_advices_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contribution_advices_municipality_id_contribution_id_idx" ON "contribution_advices"("municipality_id", "contribution_id");
CREATE INDEX "contribution_advices_organisation_id_idx" ON "contribution_advices"("organisation_id");
CREATE INDEX "contribution_advices_given_by_id_idx" ON "contribution_advices"("given_by_id");
ALTER TABLE "contribution_advices" ADD CONSTRAINT "contribution_advices_municipality_id_contribution_id_fkey" FOREIGN KEY ("municipality_id", "contribution_id") REFERENCES "contributions"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
