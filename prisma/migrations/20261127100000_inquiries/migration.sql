-- CreateEnum
CREATE TYPE "InquiryKind" AS ENUM ('existing', 'proposals', 'responsibility', 'cosignature', 'progress');

-- CreateEnum
CREATE TYPE "InquiryState" AS ENUM ('open', 'closed');

-- CreateEnum
CREATE TYPE "InquiryWay" AS ENUM ('online', 'sheet', 'phone');

-- CreateTable
CREATE TABLE "inquiries" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" "InquiryKind" NOT NULL,
    "title" TEXT NOT NULL,
    "introduction" TEXT NOT NULL,
    "questions" JSONB NOT NULL,
    "state" "InquiryState" NOT NULL DEFAULT 'open',
    "closes_at" TIMESTAMPTZ(3) NOT NULL,
    "remind_days" INTEGER NOT NULL,
    "created_by_id" UUID,
    "created_by_organisation_id" UUID,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiries_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_recipients" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "closes_at" TIMESTAMPTZ(3),
    "asked_at" TIMESTAMPTZ(3),
    "opened_at" TIMESTAMPTZ(3),
    "handed_in_at" TIMESTAMPTZ(3),
    "released_at" TIMESTAMPTZ(3),
    "way" "InquiryWay",
    "changed_at" TIMESTAMPTZ(3),
    "is_reminder_wanted" BOOLEAN NOT NULL DEFAULT false,
    "more_time_until" DATE,
    "more_time_reason" TEXT,
    "passed_on_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_recipients_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_lines" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "measure_id" UUID,
    "number" TEXT NOT NULL DEFAULT '',
    "title" TEXT NOT NULL DEFAULT '',
    "is_unchanged" BOOLEAN NOT NULL DEFAULT false,
    "removed_at" TIMESTAMPTZ(3),
    "contribution_id" UUID,

    CONSTRAINT "inquiry_lines_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_answers" (
    "line_id" UUID NOT NULL,
    "question_key" TEXT NOT NULL,
    "municipality_id" UUID NOT NULL,
    "value" TEXT NOT NULL,
    "is_previous" BOOLEAN NOT NULL DEFAULT false,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inquiry_answers_pkey" PRIMARY KEY ("line_id","question_key")
);

-- CreateTable
CREATE TABLE "inquiry_submissions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "lines" JSONB NOT NULL,
    "way" "InquiryWay" NOT NULL,
    "handed_in_by_id" UUID,
    "link_id" UUID,
    "handed_in_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "released_by_id" UUID,
    "released_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_submissions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_links" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recipient_ids" UUID[],
    "token_hash" TEXT NOT NULL,
    "from_link_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "inquiry_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "inquiry_notices" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "recipient_id" UUID NOT NULL,
    "level" TEXT NOT NULL,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "inquiry_notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_party_answers" (
    "measure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "role" TEXT NOT NULL,
    "reservation" TEXT,
    "reason" TEXT,
    "submission_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_party_answers_pkey" PRIMARY KEY ("measure_id","organisation_id")
);

-- CreateIndex
CREATE INDEX "inquiries_municipality_id_edition_id_idx" ON "inquiries"("municipality_id", "edition_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiries_municipality_id_id_key" ON "inquiries"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "inquiry_recipients_municipality_id_organisation_id_idx" ON "inquiry_recipients"("municipality_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_recipients_municipality_id_id_key" ON "inquiry_recipients"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_recipients_inquiry_id_organisation_id_key" ON "inquiry_recipients"("inquiry_id", "organisation_id");

-- CreateIndex
CREATE INDEX "inquiry_lines_municipality_id_recipient_id_idx" ON "inquiry_lines"("municipality_id", "recipient_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_lines_municipality_id_id_key" ON "inquiry_lines"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "inquiry_answers_municipality_id_idx" ON "inquiry_answers"("municipality_id");

-- CreateIndex
CREATE INDEX "inquiry_submissions_municipality_id_idx" ON "inquiry_submissions"("municipality_id");

-- CreateIndex
CREATE INDEX "inquiry_submissions_handed_in_by_id_idx" ON "inquiry_submissions"("handed_in_by_id");

-- CreateIndex
CREATE INDEX "inquiry_submissions_released_by_id_idx" ON "inquiry_submissions"("released_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_submissions_recipient_id_number_key" ON "inquiry_submissions"("recipient_id", "number");

-- CreateIndex
CREATE UNIQUE INDEX "inquiry_links_token_hash_key" ON "inquiry_links"("token_hash");

-- CreateIndex
CREATE INDEX "inquiry_links_municipality_id_organisation_id_idx" ON "inquiry_links"("municipality_id", "organisation_id");

-- CreateIndex
CREATE INDEX "inquiry_notices_municipality_id_organisation_id_written_at_idx" ON "inquiry_notices"("municipality_id", "organisation_id", "written_at");

-- CreateIndex
CREATE INDEX "inquiry_notices_recipient_id_idx" ON "inquiry_notices"("recipient_id");

-- CreateIndex
CREATE INDEX "measure_party_answers_municipality_id_idx" ON "measure_party_answers"("municipality_id");

-- AddForeignKey
ALTER TABLE "inquiry_recipients" ADD CONSTRAINT "inquiry_recipients_municipality_id_inquiry_id_fkey" FOREIGN KEY ("municipality_id", "inquiry_id") REFERENCES "inquiries"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "inquiry_lines" ADD CONSTRAINT "inquiry_lines_municipality_id_recipient_id_fkey" FOREIGN KEY ("municipality_id", "recipient_id") REFERENCES "inquiry_recipients"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "inquiry_answers" ADD CONSTRAINT "inquiry_answers_municipality_id_line_id_fkey" FOREIGN KEY ("municipality_id", "line_id") REFERENCES "inquiry_lines"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "inquiry_submissions" ADD CONSTRAINT "inquiry_submissions_municipality_id_recipient_id_fkey" FOREIGN KEY ("municipality_id", "recipient_id") REFERENCES "inquiry_recipients"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
