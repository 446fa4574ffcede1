-- CreateEnum
CREATE TYPE "ContributionTarget" AS ENUM ('edition', 'section', 'goal', 'measure', 'passage');

-- CreateEnum
CREATE TYPE "ContributionKind" AS ENUM ('question', 'support', 'objection', 'proposal', 'new_measure');

-- CreateEnum
CREATE TYPE "ContributionWay" AS ENUM ('online', 'letter', 'mail', 'phone', 'committee');

-- CreateEnum
CREATE TYPE "ContributionState" AS ENUM ('held', 'submitted', 'answered', 'withdrawn');

-- CreateTable
CREATE TABLE "contributions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID,
    "target" "ContributionTarget" NOT NULL,
    "object_id" UUID,
    "block_id" UUID,
    "quote" TEXT,
    "quote_before" TEXT,
    "kind" "ContributionKind" NOT NULL,
    "title" TEXT,
    "text" TEXT NOT NULL,
    "replacement" TEXT,
    "language" TEXT NOT NULL DEFAULT 'de',
    "way" "ContributionWay" NOT NULL DEFAULT 'online',
    "sender" TEXT,
    "received_on" DATE,
    "contributor_id" UUID,
    "organisation_id" UUID,
    "entered_by_id" UUID,
    "state" "ContributionState" NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "submitted_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "contributions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_replies" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "contribution_id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "text" TEXT NOT NULL,
    "language" TEXT NOT NULL DEFAULT 'de',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_replies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_releases" (
    "organisation_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,

    CONSTRAINT "contribution_releases_pkey" PRIMARY KEY ("organisation_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "contributions_municipality_id_id_key" ON "contributions"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "contributions_municipality_id_edition_id_state_idx" ON "contributions"("municipality_id", "edition_id", "state");

-- CreateIndex
CREATE INDEX "contributions_section_id_idx" ON "contributions"("section_id");

-- CreateIndex
CREATE INDEX "contributions_object_id_idx" ON "contributions"("object_id");

-- CreateIndex
CREATE INDEX "contributions_contributor_id_idx" ON "contributions"("contributor_id");

-- CreateIndex
CREATE INDEX "contribution_replies_municipality_id_contribution_id_idx" ON "contribution_replies"("municipality_id", "contribution_id");

-- CreateIndex
CREATE INDEX "contribution_replies_person_id_idx" ON "contribution_replies"("person_id");

-- CreateIndex
CREATE INDEX "contribution_releases_municipality_id_idx" ON "contribution_releases"("municipality_id");

-- AddForeignKey
ALTER TABLE "contribution_replies" ADD CONSTRAINT "contribution_replies_municipality_id_contribution_id_fkey" FOREIGN KEY ("municipality_id", "contribution_id") REFERENCES "contributions"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
