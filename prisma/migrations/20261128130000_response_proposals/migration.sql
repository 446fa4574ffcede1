-- Answers that are proposed to whoever made the contribution before they are published.
ALTER TABLE "contribution_responses" ADD COLUMN "proposed_until" TIMESTAMPTZ(3);
ALTER TABLE "contribution_responses" ADD COLUMN "despite_objection" TEXT;

CREATE TABLE "consent_rules" (
    "process_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "days" INTEGER NOT NULL,

    CONSTRAINT "consent_rules_pkey" PRIMARY KEY ("process_id")
);
CREATE INDEX "consent_rules_municipality_id_idx" ON "consent_rules"("municipality_id");

CREATE TABLE "proposal_reactions" (
    "contribution_id" UUID NOT NULL,
    "response_revision" INTEGER NOT NULL,
    "municipality_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "is_accepted" BOOLEAN NOT NULL,
    "reason" TEXT NOT NULL DEFAULT '',
    "organisation_id" UUID,
    "person_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "reacted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "proposal_reactions_pkey" PRIMARY KEY ("contribution_id", "response_revision")
);
CREATE INDEX "proposal_reactions_municipality_id_idx" ON "proposal_reactions"("municipality_id");
CREATE INDEX "proposal_reactions_subject_id_idx" ON "proposal_reactions"("subject_id");
CREATE INDEX "proposal_reactions_person_id_idx" ON "proposal_reactions"("person_id");
