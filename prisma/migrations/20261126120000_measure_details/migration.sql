-- CreateEnum
CREATE TYPE "Priority" AS ENUM ('high', 'medium', 'low');

-- CreateEnum
CREATE TYPE "FundingState" AS ENUM ('subject_to_budget', 'secured');

-- AlterTable
ALTER TABLE "measures" ADD COLUMN     "contact" TEXT,
ADD COLUMN     "district" TEXT,
ADD COLUMN     "funding_state" "FundingState",
ADD COLUMN     "priority" "Priority";
