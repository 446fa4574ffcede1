-- Whom contributions and what is said below them mention; the texts hold the ids of these rows, never names.
CREATE TABLE "contribution_mentions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "reply_id" UUID,
    "person_id" UUID,
    "organisation_id" UUID,

    CONSTRAINT "contribution_mentions_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "contribution_mentions_municipality_id_contribution_id_idx" ON "contribution_mentions"("municipality_id", "contribution_id");
CREATE INDEX "contribution_mentions_person_id_idx" ON "contribution_mentions"("person_id");
ALTER TABLE "contribution_mentions" ADD CONSTRAINT "contribution_mentions_municipality_id_contribution_id_fkey" FOREIGN KEY ("municipality_id", "contribution_id") REFERENCES "contributions"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
