-- When what is said of an indicator was edited last, and when a municipality last decided how its measures are there as data; null: never since this is noted.
ALTER TABLE "indicators" ADD COLUMN "edited_at" TIMESTAMPTZ(3);
ALTER TABLE "municipalities" ADD COLUMN "measure_data_changed_at" TIMESTAMPTZ(3);
