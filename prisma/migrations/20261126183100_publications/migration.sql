-- CreateTable
CREATE TABLE "publications" (
    "edition_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "slug" TEXT NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "publications_pkey" PRIMARY KEY ("edition_id")
);

-- CreateIndex
CREATE UNIQUE INDEX "publications_place_slug_key" ON "publications"("place", "slug");

-- CreateIndex
CREATE UNIQUE INDEX "publications_municipality_id_edition_id_key" ON "publications"("municipality_id", "edition_id");

-- AddForeignKey
ALTER TABLE "publications" ADD CONSTRAINT "publications_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
