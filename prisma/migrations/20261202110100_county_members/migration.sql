-- Which of a county's organisations stand for members of it that are in this installation too.
ALTER TABLE "organisations" ADD COLUMN "represented_municipality_id" UUID;
CREATE UNIQUE INDEX "organisations_municipality_id_represented_municipality_id_key" ON "organisations"("municipality_id", "represented_municipality_id");
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_represented_municipality_id_fkey" FOREIGN KEY ("represented_municipality_id") REFERENCES "municipalities"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- Members that are there already; whose name another organisation of the county or another member has is told apart by its key.
INSERT INTO "organisations" ("id", "municipality_id", "kind", "name", "represented_municipality_id")
SELECT gen_random_uuid(), m."county_id", 'municipality',
  CASE WHEN m."place" > 1 OR EXISTS (SELECT FROM "organisations" o WHERE o."municipality_id" = m."county_id" AND lower(regexp_replace(btrim(o."name"), '\s+', ' ', 'g')) = m."key")
    THEN m."tidy" || ' (' || m."ags" || ')' ELSE m."tidy" END,
  m."id"
FROM (
  SELECT t.*, lower(t."tidy") AS "key", row_number() OVER (PARTITION BY t."county_id", lower(t."tidy") ORDER BY t."id") AS "place"
  FROM (SELECT "id", "county_id", "ags", regexp_replace(btrim("name"), '\s+', ' ', 'g') AS "tidy" FROM "municipalities" WHERE "county_id" IS NOT NULL) t
) m
ON CONFLICT DO NOTHING;
