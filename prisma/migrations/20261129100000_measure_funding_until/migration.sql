-- Until when the money for a measure is there.
ALTER TABLE "measures" ADD COLUMN "funding_until" DATE;
CREATE INDEX "measures_funding_until_idx" ON "measures"("funding_until") WHERE "funding_until" IS NOT NULL AND "removed_at" IS NULL;
