-- AlterEnum
ALTER TYPE "ContributionWay" ADD VALUE 'link';

-- CreateTable
CREATE TABLE "short_versions" (
    "section_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "text_fingerprint" TEXT NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "written_by_id" UUID,
    "written_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "short_versions_pkey" PRIMARY KEY ("section_id")
);

-- CreateTable
CREATE TABLE "contribution_links" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_ids" UUID[],
    "title" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "needs_release" BOOLEAN NOT NULL DEFAULT true,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "contribution_links_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "contribution_senders" (
    "contribution_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,

    CONSTRAINT "contribution_senders_pkey" PRIMARY KEY ("contribution_id")
);

-- CreateIndex
CREATE INDEX "short_versions_municipality_id_idx" ON "short_versions"("municipality_id");

-- CreateIndex
CREATE UNIQUE INDEX "contribution_links_token_hash_key" ON "contribution_links"("token_hash");

-- CreateIndex
CREATE INDEX "contribution_links_municipality_id_edition_id_idx" ON "contribution_links"("municipality_id", "edition_id");

-- CreateIndex
CREATE INDEX "contribution_senders_key_hash_idx" ON "contribution_senders"("key_hash");

-- CreateIndex
CREATE INDEX "contribution_senders_municipality_id_link_id_idx" ON "contribution_senders"("municipality_id", "link_id");
