-- Forgotten passwords, the end of accounts, and what is deleted when its time has come.
ALTER TABLE "persons" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

-- Somebody has asked for a new password for an address. Written whether it has an account or not, so that nobody can tell by the time it takes.
CREATE TABLE "password_reset_requests" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "password_reset_requests_pkey" PRIMARY KEY ("id")
);

-- What a round of deleting has deleted: counts only.
CREATE TABLE "retention_rounds" (
    "id" UUID NOT NULL,
    "ran_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "deleted" JSONB NOT NULL,

    CONSTRAINT "retention_rounds_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "retention_rounds_ran_at_idx" ON "retention_rounds"("ran_at");
