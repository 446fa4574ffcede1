-- AlterTable
ALTER TABLE "gatherings" ADD COLUMN "revision" INTEGER NOT NULL DEFAULT 1;
