-- The phase of its process that a gathering belongs to.
ALTER TABLE "gatherings" ADD COLUMN "phase_id" UUID;
CREATE INDEX "gatherings_municipality_id_phase_id_idx" ON "gatherings"("municipality_id", "phase_id");
