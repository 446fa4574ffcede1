-- What organisations reported of their measures, one row for each round.
CREATE TABLE "measure_progress" (
    "measure_id" UUID NOT NULL,
    "inquiry_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "status" "MeasureStatus" NOT NULL,
    "done" TEXT,
    "reached" DECIMAL,
    "evidence" TEXT,
    "obstacles" TEXT,
    "next_step" TEXT,
    "reason" TEXT,
    "submission_id" UUID NOT NULL,
    "reported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "measure_progress_pkey" PRIMARY KEY ("measure_id","inquiry_id","organisation_id")
);

CREATE INDEX "measure_progress_municipality_id_measure_id_idx" ON "measure_progress"("municipality_id", "measure_id");

-- What was released before this table was there.
INSERT INTO "measure_progress" ("measure_id", "inquiry_id", "organisation_id", "municipality_id", "status", "done", "reached", "obstacles", "next_step", "reason", "submission_id", "reported_at")
SELECT DISTINCT ON (line."measureId", r."inquiry_id", r."organisation_id")
    line."measureId", r."inquiry_id", r."organisation_id", r."municipality_id", (line.answers->>'status')::"MeasureStatus", line.answers->>'done',
    CASE WHEN line.answers->>'reached' ~ '^-?\d{1,15}(\.\d{1,6})?$' THEN (line.answers->>'reached')::DECIMAL END,
    line.answers->>'obstacles', line.answers->>'nextStep', line.answers->>'reason', s."id", s."handed_in_at"
FROM "inquiry_submissions" s
JOIN "inquiry_recipients" r ON r."id" = s."recipient_id" AND r."municipality_id" = s."municipality_id"
JOIN "inquiries" i ON i."id" = r."inquiry_id" AND i."municipality_id" = r."municipality_id" AND i."kind" = 'progress'
CROSS JOIN LATERAL jsonb_to_recordset(s."lines") AS line("measureId" UUID, answers JSONB)
WHERE s."released_at" IS NOT NULL AND line."measureId" IS NOT NULL AND line.answers->>'status' IS NOT NULL
ORDER BY line."measureId", r."inquiry_id", r."organisation_id", s."number" DESC;
