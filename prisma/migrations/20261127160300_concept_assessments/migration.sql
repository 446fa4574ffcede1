-- CreateTable
CREATE TABLE "concept_assessments" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "person_id" UUID,
    "organisation_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "handed_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "concept_assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "concept_assessment_ratings" (
    "assessment_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "criterion" TEXT NOT NULL,
    "rating" INTEGER CHECK ("rating" BETWEEN 1 AND 4),
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "concept_assessment_ratings_pkey" PRIMARY KEY ("assessment_id","criterion")
);

-- CreateIndex
CREATE INDEX "concept_assessments_municipality_id_edition_id_idx" ON "concept_assessments"("municipality_id", "edition_id");

-- CreateIndex
CREATE INDEX "concept_assessments_person_id_idx" ON "concept_assessments"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "concept_assessments_edition_id_person_id_key" ON "concept_assessments"("edition_id", "person_id");

-- CreateIndex
CREATE UNIQUE INDEX "concept_assessments_municipality_id_id_key" ON "concept_assessments"("municipality_id", "id");

-- AddForeignKey
ALTER TABLE "concept_assessment_ratings" ADD CONSTRAINT "concept_assessment_ratings_municipality_id_assessment_id_fkey" FOREIGN KEY ("municipality_id", "assessment_id") REFERENCES "concept_assessments"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;
