-- How far a Word document is taken over, and which sections a measure list has added.
ALTER TABLE "word_imports" ADD COLUMN "progress" INTEGER NOT NULL DEFAULT 0;
ALTER TABLE "measure_list_imports" ADD COLUMN "added_sections" JSONB NOT NULL DEFAULT '[]';
-- Those who look after an edition see what was brought into it.
CREATE INDEX "word_imports_municipality_id_edition_id_idx" ON "word_imports"("municipality_id", "edition_id");
CREATE INDEX "measure_list_imports_municipality_id_edition_id_idx" ON "measure_list_imports"("municipality_id", "edition_id");
CREATE INDEX "measure_table_imports_municipality_id_edition_id_idx" ON "measure_table_imports"("municipality_id", "edition_id");
