-- Who sits in a body, by organisation: no person is named.
CREATE TABLE "body_members" (
    "municipality_id" UUID NOT NULL,
    "body_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "body_members_pkey" PRIMARY KEY ("body_id", "organisation_id")
);
CREATE INDEX "body_members_municipality_id_idx" ON "body_members"("municipality_id");
ALTER TABLE "body_members" ADD CONSTRAINT "body_members_body_id_fkey" FOREIGN KEY ("body_id") REFERENCES "bodies"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;
