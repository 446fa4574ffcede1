-- What a phase gives ends on time by itself, also while nothing runs that could end it.
ALTER TABLE "open_phases" ADD COLUMN "closes_at" TIMESTAMPTZ(3);
UPDATE "open_phases" o SET "closes_at" = p."closes_at" FROM "phases" p WHERE p."id" = o."phase_id";
UPDATE "grants" g SET "valid_to" = o."closes_at" FROM "open_phases" o
WHERE g."origin_kind" = 'planning.phase/' || o."phase_id"::text AND g."valid_to" IS NULL AND o."closes_at" IS NOT NULL;
-- Wrong passwords pause a link; they no longer end it.
ALTER TABLE "one_time_links" ADD COLUMN "paused_until" TIMESTAMPTZ(3);
