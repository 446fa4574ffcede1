-- What waited for its release and is not released, with the reason that its author reads.
ALTER TYPE "ContributionState" ADD VALUE 'refused';
ALTER TABLE "contributions" ADD COLUMN "refused_at" TIMESTAMPTZ(3), ADD COLUMN "refusal_reason" TEXT;
