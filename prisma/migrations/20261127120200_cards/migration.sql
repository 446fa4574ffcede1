-- Cards of workshops: contributions with a place on a wall.
ALTER TYPE "ContributionWay" ADD VALUE 'workshop';
ALTER TYPE "ContributionWay" ADD VALUE 'paper';
CREATE TYPE "CardPlace" AS ENUM ('waiting', 'wall', 'hidden', 'cleared');

CREATE TABLE "cards" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "gathering_id" UUID NOT NULL,
    "table_id" UUID NOT NULL,
    "guest_id" UUID,
    "place" "CardPlace" NOT NULL,
    "position" INTEGER NOT NULL,
    "reason" TEXT,
    "report" TEXT,

    CONSTRAINT "cards_pkey" PRIMARY KEY ("id")
);
CREATE INDEX "cards_municipality_id_gathering_id_table_id_idx" ON "cards"("municipality_id", "gathering_id", "table_id");
CREATE INDEX "cards_guest_id_idx" ON "cards"("guest_id");
