-- The head of an organisation can hand answers back to whoever handed them in, with her reason.
ALTER TABLE "inquiry_recipients" ADD COLUMN "returned_at" TIMESTAMPTZ(3), ADD COLUMN "return_reason" TEXT;
