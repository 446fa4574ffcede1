-- CreateTable
CREATE TABLE "section_pictures" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "file_id" UUID,
    "alt" TEXT NOT NULL,
    "caption" TEXT NOT NULL,
    "is_decorative" BOOLEAN NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "section_pictures_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "section_pictures_place_idx" ON "section_pictures"("municipality_id", "edition_id", "section_id", "ordinal");

-- CreateIndex
CREATE INDEX "section_pictures_file_id_idx" ON "section_pictures"("file_id");

-- AddForeignKey
ALTER TABLE "section_pictures" ADD CONSTRAINT "section_pictures_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "section_pictures" ADD CONSTRAINT "section_pictures_municipality_id_section_id_fkey" FOREIGN KEY ("municipality_id", "section_id") REFERENCES "sections"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AlterTable
ALTER TABLE "document_exports" ADD COLUMN "missing_picture_count" INTEGER NOT NULL DEFAULT 0;
