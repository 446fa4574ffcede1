-- Which of a county's organisations stand for members of it that are in this installation too.
ALTER TABLE "organisations" ADD COLUMN "represented_municipality_id" UUID;
CREATE UNIQUE INDEX "organisations_municipality_id_represented_municipality_id_key" ON "organisations"("municipality_id", "represented_municipality_id");
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_represented_municipality_id_fkey" FOREIGN KEY ("represented_municipality_id") REFERENCES "municipalities"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

-- Members that are there already; where the county has an organisation of that name, it is the one.
UPDATE "organisations" o SET "represented_municipality_id" = m."id"
FROM (SELECT DISTINCT ON ("county_id", "name") "id", "county_id", "name" FROM "municipalities" WHERE "county_id" IS NOT NULL ORDER BY "county_id", "name", "id") m
WHERE o."municipality_id" = m."county_id" AND o."name" = m."name";
INSERT INTO "organisations" ("id", "municipality_id", "kind", "name", "represented_municipality_id")
SELECT gen_random_uuid(), m."county_id", 'municipality', m."name", m."id" FROM "municipalities" m
WHERE m."county_id" IS NOT NULL AND NOT EXISTS (SELECT FROM "organisations" o WHERE o."municipality_id" = m."county_id" AND (o."represented_municipality_id" = m."id" OR o."name" = m."name"))
ON CONFLICT DO NOTHING;
