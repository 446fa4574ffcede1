-- Whether public pages and open data say how far the measures are today.
ALTER TABLE "municipalities" ADD COLUMN "publishes_measure_status" BOOLEAN NOT NULL DEFAULT true;
