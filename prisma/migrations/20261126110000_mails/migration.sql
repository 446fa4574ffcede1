-- What the application has to say by mail: sent by SMTP, or kept here for the administrators when there is none.
CREATE TYPE "MailState" AS ENUM ('kept', 'waiting', 'sending', 'sent', 'refused', 'failed', 'returned');

CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "municipality_id" UUID,
    "recipient" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT,
    "state" "MailState" NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "failure" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "next_attempt_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_at" TIMESTAMPTZ(3),
    "settled_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "mails_municipality_id_created_at_id_idx" ON "mails"("municipality_id", "created_at", "id");
CREATE INDEX "mails_state_next_attempt_at_idx" ON "mails"("state", "next_attempt_at");
