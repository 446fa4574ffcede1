-- Guests of gatherings: no address, no device, no time is kept of them.
CREATE TABLE "guest_doors" (
    "gathering_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "section_ids" UUID[] DEFAULT ARRAY[]::UUID[],
    "guests_write" BOOLEAN NOT NULL,
    "opens_at" TIMESTAMPTZ(3) NOT NULL,
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "code" TEXT NOT NULL,

    CONSTRAINT "guest_doors_pkey" PRIMARY KEY ("gathering_id")
);
CREATE UNIQUE INDEX "guest_doors_code_key" ON "guest_doors"("code");
CREATE INDEX "guest_doors_municipality_id_idx" ON "guest_doors"("municipality_id");

CREATE TABLE "guests" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "pseudonym" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "stated_organisation" TEXT,
    "organisation_id" UUID,
    "token_hash" TEXT,
    "phrase_hash" TEXT NOT NULL,
    "blocked_reason" TEXT,

    CONSTRAINT "guests_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "guests_token_hash_key" ON "guests"("token_hash");
CREATE UNIQUE INDEX "guests_gathering_id_pseudonym_key" ON "guests"("gathering_id", "pseudonym");
CREATE UNIQUE INDEX "guests_gathering_id_phrase_hash_key" ON "guests"("gathering_id", "phrase_hash");
CREATE INDEX "guests_municipality_id_idx" ON "guests"("municipality_id");
ALTER TABLE "guests" ADD CONSTRAINT "guests_gathering_id_fkey" FOREIGN KEY ("gathering_id") REFERENCES "guest_doors"("gathering_id") ON DELETE CASCADE ON UPDATE RESTRICT;
