-- CreateTable
CREATE TABLE "contribution_mail_stops" (
    "person_id" UUID NOT NULL,

    CONSTRAINT "contribution_mail_stops_pkey" PRIMARY KEY ("person_id")
);
