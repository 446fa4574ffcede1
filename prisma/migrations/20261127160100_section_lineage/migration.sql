-- AlterTable
ALTER TABLE "sections" ADD COLUMN "lineage_id" UUID;

-- CreateIndex
CREATE INDEX "sections_municipality_id_lineage_id_idx" ON "sections"("municipality_id", "lineage_id");

-- Sections that were copied before this was kept: the section of the same kind and title in the edition theirs began from. Earliest copies
-- first, so that a chain of editions ends at its first section.
DO $$
DECLARE copy record;
BEGIN
  FOR copy IN SELECT e.id, e.based_on_id FROM editions e WHERE e.based_on_id IS NOT NULL ORDER BY e.created_at, e.id LOOP
    UPDATE sections s SET lineage_id = coalesce(o.lineage_id, o.id) FROM sections o
    WHERE s.edition_id = copy.id AND o.edition_id = copy.based_on_id AND o.kind = s.kind AND o.title = s.title AND o.removed_at IS NULL AND s.lineage_id IS NULL;
  END LOOP;
END $$;
