-- People who run one gathering, for its time, and the grants that make it so.
ALTER TYPE "AccessRole" ADD VALUE 'moderator';
ALTER TYPE "ScopeKind" ADD VALUE 'gathering';

CREATE TABLE "gathering_moderators" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "named_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "gathering_moderators_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "gathering_moderators_gathering_id_person_id_key" ON "gathering_moderators"("gathering_id", "person_id");
CREATE INDEX "gathering_moderators_municipality_id_gathering_id_idx" ON "gathering_moderators"("municipality_id", "gathering_id");
CREATE INDEX "gathering_moderators_person_id_idx" ON "gathering_moderators"("person_id");
ALTER TABLE "gathering_moderators" ADD CONSTRAINT "gathering_moderators_municipality_id_gathering_id_fkey" FOREIGN KEY ("municipality_id", "gathering_id") REFERENCES "gatherings"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;
