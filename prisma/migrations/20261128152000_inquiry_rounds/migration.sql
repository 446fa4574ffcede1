-- An inquiry can be asked again and again, and every round has one successor at most.
ALTER TABLE "inquiries" ADD COLUMN "repeat_months" INTEGER;
ALTER TABLE "inquiries" ADD COLUMN "previous_id" UUID;
ALTER TABLE "inquiries" ADD CONSTRAINT "inquiries_repeat_months_check" CHECK ("repeat_months" IN (12, 24));

CREATE UNIQUE INDEX "inquiries_previous_id_key" ON "inquiries"("previous_id");
