-- Addresses under which a calendar shows the dates of a process, one for each person and process.
CREATE TABLE "calendar_feeds" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "calendar_feeds_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "calendar_feeds_token_hash_key" ON "calendar_feeds"("token_hash");
CREATE UNIQUE INDEX "calendar_feeds_process_id_person_id_key" ON "calendar_feeds"("process_id", "person_id");
CREATE INDEX "calendar_feeds_municipality_id_idx" ON "calendar_feeds"("municipality_id");
