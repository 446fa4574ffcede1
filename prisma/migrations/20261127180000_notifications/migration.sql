-- What people are told, and how they want to be told. Takes over what was kept for mails before deadlines and about contributions.
CREATE TYPE "NotificationMail" AS ENUM ('at_once', 'daily', 'none');

CREATE TABLE "notifications" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "category" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "title" TEXT,
    "path" TEXT NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notifications_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "notifications_person_id_kind_subject_id_occasion_key" ON "notifications"("person_id", "kind", "subject_id", "occasion");
CREATE INDEX "notifications_municipality_id_person_id_created_at_idx" ON "notifications"("municipality_id", "person_id", "created_at");
CREATE INDEX "notifications_created_at_idx" ON "notifications"("created_at");

CREATE TABLE "notification_choices" (
    "person_id" UUID NOT NULL,
    "category" TEXT NOT NULL,
    "mail" "NotificationMail" NOT NULL,

    CONSTRAINT "notification_choices_pkey" PRIMARY KEY ("person_id", "category")
);

INSERT INTO "notification_choices" ("person_id", "category", "mail")
SELECT DISTINCT "person_id", 'deadlines', 'none'::"NotificationMail" FROM "deadline_notice_refusals";
INSERT INTO "notification_choices" ("person_id", "category", "mail")
SELECT "person_id", 'contributions', 'none'::"NotificationMail" FROM "contribution_mail_stops";
INSERT INTO "notifications" ("id", "municipality_id", "person_id", "kind", "category", "subject_id", "occasion", "title", "path", "due_at", "read_at", "mailed_at")
SELECT gen_random_uuid(), n."municipality_id", n."person_id", 'phase_ends', 'deadlines', n."phase_id", to_char(n."closes_at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
  f."title", '/prozesse/' || f."process_id", n."closes_at", now(), now()
FROM "deadline_notices" n JOIN "phases" f ON f."id" = n."phase_id";

DROP TABLE "deadline_notices";
DROP TABLE "deadline_notice_refusals";
DROP TABLE "contribution_mail_stops";
