-- Who is to be reached in an organisation, in which language, and the edition of its entry for edits by several people.
ALTER TABLE "organisations" ADD COLUMN "mailbox" TEXT;
ALTER TABLE "organisations" ADD COLUMN "language" TEXT NOT NULL DEFAULT 'de';
ALTER TABLE "organisations" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;

CREATE TYPE "ContactRole" AS ENUM ('contact_person', 'deputy');

CREATE TABLE "organisation_contacts" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "ContactRole" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "phone" TEXT,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "organisation_contacts_pkey" PRIMARY KEY ("id")
);

CREATE UNIQUE INDEX "organisation_contacts_organisation_id_role_key" ON "organisation_contacts"("organisation_id", "role");
CREATE INDEX "organisation_contacts_municipality_id_organisation_id_idx" ON "organisation_contacts"("municipality_id", "organisation_id");

ALTER TABLE "organisation_contacts" ADD CONSTRAINT "organisation_contacts_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "organisations"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
