-- Indicators that everybody may read; what is not here is for the people of the municipality.
CREATE TABLE "indicator_releases" (
    "indicator_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "place" TEXT NOT NULL,
    "released_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_releases_pkey" PRIMARY KEY ("indicator_id")
);

CREATE UNIQUE INDEX "indicator_releases_municipality_id_indicator_id_key" ON "indicator_releases"("municipality_id", "indicator_id");
CREATE INDEX "indicator_releases_place_idx" ON "indicator_releases"("place");

ALTER TABLE "indicator_releases" ADD CONSTRAINT "indicator_releases_municipality_id_indicator_id_fkey" FOREIGN KEY ("municipality_id", "indicator_id") REFERENCES "indicators"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
