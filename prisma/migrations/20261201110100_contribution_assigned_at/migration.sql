-- When an office was asked to answer a contribution; unknown for those that were assigned before.
ALTER TABLE "contributions" ADD COLUMN "assigned_at" TIMESTAMPTZ(3);
