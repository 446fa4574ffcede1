-- A share can name the two indicators whose counts it is made of, so that it can be recomputed from them.
ALTER TABLE "indicators" ADD COLUMN "numerator_id" UUID;
ALTER TABLE "indicators" ADD COLUMN "denominator_id" UUID;
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_counts_check" CHECK (("numerator_id" IS NULL) = ("denominator_id" IS NULL));
-- No action instead of restrict: a municipality that goes takes all of its indicators in one statement.
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_municipality_id_numerator_id_fkey" FOREIGN KEY ("municipality_id", "numerator_id") REFERENCES "indicators"("municipality_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
ALTER TABLE "indicators" ADD CONSTRAINT "indicators_municipality_id_denominator_id_fkey" FOREIGN KEY ("municipality_id", "denominator_id") REFERENCES "indicators"("municipality_id", "id") ON DELETE NO ACTION ON UPDATE NO ACTION;
