-- Who comes in: invitations to an organisation, the organisation's own administrators, and what people say of themselves.
CREATE TYPE "MembershipRole" AS ENUM ('member', 'administrator');
ALTER TABLE "memberships" ADD COLUMN "role" "MembershipRole" NOT NULL DEFAULT 'member';

CREATE TYPE "InvitationWay" AS ENUM ('mail', 'letter');
CREATE TABLE "invitations" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "role" "MembershipRole" NOT NULL,
    "way" "InvitationWay" NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT,
    "language" TEXT NOT NULL,
    "invited_by" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "accepted_at" TIMESTAMPTZ(3),
    "accepted_by" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitations_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "invitations_municipality_id_organisation_id_created_at_idx" ON "invitations"("municipality_id", "organisation_id", "created_at");
ALTER TABLE "invitations" ADD CONSTRAINT "invitations_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "organisations"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "membership_claims" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "decided_at" TIMESTAMPTZ(3),
    "is_confirmed" BOOLEAN,

    CONSTRAINT "membership_claims_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "membership_claims_municipality_id_organisation_id_idx" ON "membership_claims"("municipality_id", "organisation_id");
CREATE INDEX "membership_claims_person_id_idx" ON "membership_claims"("person_id");
ALTER TABLE "membership_claims" ADD CONSTRAINT "membership_claims_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "organisations"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "membership_claims" ADD CONSTRAINT "membership_claims_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
