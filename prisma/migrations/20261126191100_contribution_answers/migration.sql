-- CreateEnum
CREATE TYPE "ResponseVerdict" AS ENUM ('considered', 'partly', 'not', 'noted', 'forwarded');

-- AlterTable
ALTER TABLE "contributions" ADD COLUMN "part_of_id" UUID,
ADD COLUMN "bundle_id" UUID,
ADD COLUMN "assigned_organisation_id" UUID,
ADD COLUMN "answer_by" DATE;

-- CreateTable
CREATE TABLE "contribution_bundles" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_bundles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_responses" (
    "subject_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "verdict" "ResponseVerdict" NOT NULL,
    "reasons" TEXT NOT NULL,
    "contact_organisation_id" UUID,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "changed_by_organisation_id" UUID,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "contribution_responses_pkey" PRIMARY KEY ("subject_id")
);

-- CreateTable
CREATE TABLE "reason_texts" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "reason_texts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_outcomes" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "subject_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "section_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "object_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "contribution_outcomes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "origins" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "block_id" UUID NOT NULL,
    "object_id" UUID,
    "origin_kind" TEXT NOT NULL,
    "origin_id" UUID NOT NULL,
    "noted_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "origins_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "contributions_part_of_id_idx" ON "contributions"("part_of_id");

-- CreateIndex
CREATE INDEX "contributions_bundle_id_idx" ON "contributions"("bundle_id");

-- CreateIndex
CREATE INDEX "contribution_bundles_municipality_id_edition_id_idx" ON "contribution_bundles"("municipality_id", "edition_id");

-- CreateIndex
CREATE INDEX "contribution_responses_municipality_id_idx" ON "contribution_responses"("municipality_id");

-- CreateIndex
CREATE INDEX "reason_texts_municipality_id_idx" ON "reason_texts"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_outcomes_subject_id_block_id_key" ON "contribution_outcomes"("subject_id", "block_id");

-- CreateIndex
CREATE INDEX "contribution_outcomes_municipality_id_idx" ON "contribution_outcomes"("municipality_id");

-- CreateIndex
CREATE INDEX "contribution_outcomes_object_id_idx" ON "contribution_outcomes"("object_id");

-- CreateIndex
CREATE INDEX "origins_municipality_id_origin_kind_origin_id_idx" ON "origins"("municipality_id", "origin_kind", "origin_id");
