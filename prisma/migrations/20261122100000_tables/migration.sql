-- CreateEnum
CREATE TYPE "OrganisationKind" AS ENUM ('administration', 'migrant_organisation', 'civil_society', 'welfare', 'business', 'academia', 'politics', 'advisory_council');

-- CreateEnum
CREATE TYPE "SubjectKind" AS ENUM ('person', 'organisation');

-- CreateEnum
CREATE TYPE "AccessRole" AS ENUM ('administrator', 'steering', 'editor', 'contributor', 'reviewer', 'reader');

-- CreateEnum
CREATE TYPE "ScopeKind" AS ENUM ('municipality', 'process', 'edition', 'section');

-- CreateEnum
CREATE TYPE "InstrumentKind" AS ENUM ('guidelines', 'concept', 'implementation_report', 'indicator_report', 'action_concept');

-- CreateEnum
CREATE TYPE "EditionVisibility" AS ENUM ('participants', 'published');

-- CreateEnum
CREATE TYPE "SectionKind" AS ENUM ('chapter', 'field_of_action');

-- CreateEnum
CREATE TYPE "GoalKind" AS ENUM ('guiding', 'sub');

-- CreateEnum
CREATE TYPE "MeasureType" AS ENUM ('new', 'continued', 'permanent', 'pilot', 'mandate');

-- CreateEnum
CREATE TYPE "MeasureStatus" AS ENUM ('idea', 'planned', 'running', 'done', 'continued', 'paused', 'dropped');

-- CreateEnum
CREATE TYPE "DecisionState" AS ENUM ('draft', 'proposed', 'adopted', 'rejected');

-- CreateEnum
CREATE TYPE "DatePrecision" AS ENUM ('day', 'month', 'quarter', 'year', 'decade', 'range', 'recurring', 'unknown');

-- CreateEnum
CREATE TYPE "FactBasis" AS ENUM ('seed', 'external', 'own');

-- CreateEnum
CREATE TYPE "IndicatorDirection" AS ENUM ('up', 'down', 'neutral', 'corridor', 'reduce_gap');

-- CreateEnum
CREATE TYPE "ObservationStatus" AS ENUM ('final', 'provisional', 'revised', 'estimated');

-- CreateTable
CREATE TABLE "municipalities" (
    "id" UUID NOT NULL,
    "ags" TEXT,
    "name" TEXT NOT NULL,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "municipalities_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "organisations" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "parent_id" UUID,
    "kind" "OrganisationKind" NOT NULL,
    "name" TEXT NOT NULL,
    "short_name" TEXT,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "organisations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "persons" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "display_name" TEXT NOT NULL,
    "password_hash" TEXT,
    "locale" TEXT NOT NULL DEFAULT 'de',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "disabled_at" TIMESTAMPTZ(3),

    CONSTRAINT "persons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "acting_municipality_id" UUID,
    "acting_organisation_id" UUID,
    "device_label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_tokens" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "person_id" UUID NOT NULL,
    "acting_municipality_id" UUID NOT NULL,
    "acting_organisation_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_used_at" TIMESTAMPTZ(3),
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "grants" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "subject_kind" "SubjectKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "role" "AccessRole" NOT NULL,
    "scope_kind" "ScopeKind" NOT NULL,
    "scope_id" UUID NOT NULL,
    "origin_kind" TEXT NOT NULL,
    "origin_id" UUID NOT NULL,
    "valid_from" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_to" TIMESTAMPTZ(3),

    CONSTRAINT "grants_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "instruments" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "kind" "InstrumentKind" NOT NULL,
    "title" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "instruments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "editions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "instrument_id" UUID NOT NULL,
    "process_id" UUID,
    "title" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "visibility" "EditionVisibility" NOT NULL DEFAULT 'participants',
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "source_note" TEXT,
    "frozen_at" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "editions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sections" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "kind" "SectionKind" NOT NULL,
    "title" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "document_id" UUID NOT NULL,
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "source_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "sections_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "goals" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "lineage_id" UUID NOT NULL,
    "kind" "GoalKind" NOT NULL DEFAULT 'guiding',
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "ordinal" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "goals_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measures" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "edition_id" UUID NOT NULL,
    "section_id" UUID NOT NULL,
    "block_id" UUID NOT NULL,
    "lineage_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "description" TEXT NOT NULL,
    "type" "MeasureType",
    "status" "MeasureStatus",
    "decision_state" "DecisionState" NOT NULL DEFAULT 'draft',
    "lead_organisation_id" UUID,
    "target_groups" TEXT[],
    "period" TEXT,
    "period_from" DATE,
    "period_to" DATE,
    "resources" TEXT,
    "budget_amount" DECIMAL(14,2),
    "budget_currency" TEXT NOT NULL DEFAULT 'EUR',
    "funding_source" TEXT,
    "staff_positions" DECIMAL(8,2),
    "ordinal" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "measures_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "measure_partners" (
    "municipality_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "organisation_id" UUID NOT NULL,

    CONSTRAINT "measure_partners_pkey" PRIMARY KEY ("measure_id","organisation_id")
);

-- CreateTable
CREATE TABLE "measure_goals" (
    "municipality_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,

    CONSTRAINT "measure_goals_pkey" PRIMARY KEY ("measure_id","goal_id")
);

-- CreateTable
CREATE TABLE "measure_indicators" (
    "municipality_id" UUID NOT NULL,
    "measure_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,

    CONSTRAINT "measure_indicators_pkey" PRIMARY KEY ("measure_id","indicator_id")
);

-- CreateTable
CREATE TABLE "goal_indicators" (
    "municipality_id" UUID NOT NULL,
    "goal_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,

    CONSTRAINT "goal_indicators_pkey" PRIMARY KEY ("goal_id","indicator_id")
);

-- CreateTable
CREATE TABLE "planning_processes" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "title" TEXT NOT NULL,
    "summary" TEXT NOT NULL DEFAULT '',
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "source_note" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "planning_processes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bodies" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "parent_name" TEXT,
    "since_from" DATE,
    "since_to" DATE,
    "since_precision" "DatePrecision",
    "note" TEXT,
    "basis" "FactBasis" NOT NULL DEFAULT 'own',
    "source_url" TEXT,
    "position" INTEGER NOT NULL,

    CONSTRAINT "bodies_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "dated_steps" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "date_from" DATE,
    "date_to" DATE,
    "date_precision" "DatePrecision" NOT NULL,
    "actors" TEXT[],
    "note" TEXT,
    "basis" "FactBasis" NOT NULL DEFAULT 'own',
    "source_url" TEXT,
    "position" INTEGER NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "dated_steps_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "process_roles" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "process_id" UUID NOT NULL,
    "subject_kind" "SubjectKind" NOT NULL,
    "subject_id" UUID NOT NULL,
    "role" "AccessRole" NOT NULL,
    "section_ids" UUID[],
    "assigned_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "process_roles_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "regions" (
    "id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "ags" TEXT,

    CONSTRAINT "regions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicators" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "unit" TEXT NOT NULL,
    "unit_label" TEXT NOT NULL,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "direction" "IndicatorDirection" NOT NULL DEFAULT 'neutral',
    "is_example" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "removed_at" TIMESTAMPTZ(3),

    CONSTRAINT "indicators_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "indicator_definitions" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "text" TEXT NOT NULL,
    "source" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "indicator_definitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "observations" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "indicator_id" UUID NOT NULL,
    "definition_id" UUID NOT NULL,
    "region_id" UUID NOT NULL,
    "period_from" DATE,
    "period_to" DATE,
    "period_precision" "DatePrecision" NOT NULL,
    "value" DECIMAL,
    "decimals" INTEGER NOT NULL DEFAULT 0,
    "missing_reason" TEXT,
    "qualifier" TEXT NOT NULL DEFAULT 'exact',
    "status" "ObservationStatus" NOT NULL DEFAULT 'final',
    "breakdown" TEXT NOT NULL DEFAULT '',
    "note" TEXT,
    "source" TEXT,
    "fact_key" TEXT,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "observations_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "municipalities_ags_key" ON "municipalities"("ags");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_municipality_id_id_key" ON "organisations"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "organisations_municipality_id_name_key" ON "organisations"("municipality_id", "name");

-- CreateIndex
CREATE UNIQUE INDEX "persons_email_key" ON "persons"("email");

-- CreateIndex
CREATE INDEX "memberships_municipality_id_organisation_id_idx" ON "memberships"("municipality_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "memberships_person_id_organisation_id_key" ON "memberships"("person_id", "organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_person_id_idx" ON "sessions"("person_id");

-- CreateIndex
CREATE UNIQUE INDEX "api_tokens_token_hash_key" ON "api_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "api_tokens_person_id_idx" ON "api_tokens"("person_id");

-- CreateIndex
CREATE INDEX "grants_municipality_id_subject_kind_subject_id_idx" ON "grants"("municipality_id", "subject_kind", "subject_id");

-- CreateIndex
CREATE UNIQUE INDEX "grants_origin_kind_origin_id_scope_kind_scope_id_key" ON "grants"("origin_kind", "origin_id", "scope_kind", "scope_id");

-- CreateIndex
CREATE UNIQUE INDEX "instruments_municipality_id_id_key" ON "instruments"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "editions_municipality_id_process_id_idx" ON "editions"("municipality_id", "process_id");

-- CreateIndex
CREATE UNIQUE INDEX "editions_municipality_id_id_key" ON "editions"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "sections_document_id_key" ON "sections"("document_id");

-- CreateIndex
CREATE INDEX "sections_municipality_id_edition_id_position_idx" ON "sections"("municipality_id", "edition_id", "position");

-- CreateIndex
CREATE UNIQUE INDEX "sections_municipality_id_id_key" ON "sections"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "goals_municipality_id_edition_id_section_id_ordinal_idx" ON "goals"("municipality_id", "edition_id", "section_id", "ordinal");

-- CreateIndex
CREATE UNIQUE INDEX "goals_municipality_id_id_key" ON "goals"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "measures_municipality_id_edition_id_section_id_ordinal_idx" ON "measures"("municipality_id", "edition_id", "section_id", "ordinal");

-- CreateIndex
CREATE INDEX "measures_municipality_id_lead_organisation_id_idx" ON "measures"("municipality_id", "lead_organisation_id");

-- CreateIndex
CREATE UNIQUE INDEX "measures_municipality_id_id_key" ON "measures"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "measure_partners_municipality_id_organisation_id_idx" ON "measure_partners"("municipality_id", "organisation_id");

-- CreateIndex
CREATE INDEX "measure_goals_goal_id_idx" ON "measure_goals"("goal_id");

-- CreateIndex
CREATE INDEX "measure_indicators_municipality_id_indicator_id_idx" ON "measure_indicators"("municipality_id", "indicator_id");

-- CreateIndex
CREATE INDEX "goal_indicators_municipality_id_indicator_id_idx" ON "goal_indicators"("municipality_id", "indicator_id");

-- CreateIndex
CREATE UNIQUE INDEX "planning_processes_municipality_id_id_key" ON "planning_processes"("municipality_id", "id");

-- CreateIndex
CREATE INDEX "bodies_municipality_id_process_id_position_idx" ON "bodies"("municipality_id", "process_id", "position");

-- CreateIndex
CREATE INDEX "dated_steps_municipality_id_process_id_date_from_idx" ON "dated_steps"("municipality_id", "process_id", "date_from");

-- CreateIndex
CREATE INDEX "process_roles_municipality_id_process_id_idx" ON "process_roles"("municipality_id", "process_id");

-- CreateIndex
CREATE UNIQUE INDEX "process_roles_municipality_id_id_key" ON "process_roles"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "regions_key_key" ON "regions"("key");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_municipality_id_id_key" ON "indicators"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicators_municipality_id_key_key" ON "indicators"("municipality_id", "key");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_definitions_municipality_id_id_key" ON "indicator_definitions"("municipality_id", "id");

-- CreateIndex
CREATE UNIQUE INDEX "indicator_definitions_indicator_id_version_key" ON "indicator_definitions"("indicator_id", "version");

-- CreateIndex
CREATE INDEX "observations_municipality_id_indicator_id_period_from_idx" ON "observations"("municipality_id", "indicator_id", "period_from");

-- CreateIndex
CREATE UNIQUE INDEX "observations_municipality_id_id_key" ON "observations"("municipality_id", "id");

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipalities"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "organisations" ADD CONSTRAINT "organisations_municipality_id_parent_id_fkey" FOREIGN KEY ("municipality_id", "parent_id") REFERENCES "organisations"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_municipality_id_organisation_id_fkey" FOREIGN KEY ("municipality_id", "organisation_id") REFERENCES "organisations"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "api_tokens" ADD CONSTRAINT "api_tokens_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "editions" ADD CONSTRAINT "editions_municipality_id_instrument_id_fkey" FOREIGN KEY ("municipality_id", "instrument_id") REFERENCES "instruments"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "sections" ADD CONSTRAINT "sections_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goals" ADD CONSTRAINT "goals_municipality_id_section_id_fkey" FOREIGN KEY ("municipality_id", "section_id") REFERENCES "sections"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_municipality_id_edition_id_fkey" FOREIGN KEY ("municipality_id", "edition_id") REFERENCES "editions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measures" ADD CONSTRAINT "measures_municipality_id_section_id_fkey" FOREIGN KEY ("municipality_id", "section_id") REFERENCES "sections"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measure_partners" ADD CONSTRAINT "measure_partners_municipality_id_measure_id_fkey" FOREIGN KEY ("municipality_id", "measure_id") REFERENCES "measures"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measure_goals" ADD CONSTRAINT "measure_goals_municipality_id_measure_id_fkey" FOREIGN KEY ("municipality_id", "measure_id") REFERENCES "measures"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measure_goals" ADD CONSTRAINT "measure_goals_municipality_id_goal_id_fkey" FOREIGN KEY ("municipality_id", "goal_id") REFERENCES "goals"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "measure_indicators" ADD CONSTRAINT "measure_indicators_municipality_id_measure_id_fkey" FOREIGN KEY ("municipality_id", "measure_id") REFERENCES "measures"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "goal_indicators" ADD CONSTRAINT "goal_indicators_municipality_id_goal_id_fkey" FOREIGN KEY ("municipality_id", "goal_id") REFERENCES "goals"("municipality_id", "id") ON DELETE CASCADE ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "bodies" ADD CONSTRAINT "bodies_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "dated_steps" ADD CONSTRAINT "dated_steps_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "process_roles" ADD CONSTRAINT "process_roles_municipality_id_process_id_fkey" FOREIGN KEY ("municipality_id", "process_id") REFERENCES "planning_processes"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "indicator_definitions" ADD CONSTRAINT "indicator_definitions_municipality_id_indicator_id_fkey" FOREIGN KEY ("municipality_id", "indicator_id") REFERENCES "indicators"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_municipality_id_indicator_id_fkey" FOREIGN KEY ("municipality_id", "indicator_id") REFERENCES "indicators"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_municipality_id_definition_id_fkey" FOREIGN KEY ("municipality_id", "definition_id") REFERENCES "indicator_definitions"("municipality_id", "id") ON DELETE RESTRICT ON UPDATE RESTRICT;

-- AddForeignKey
ALTER TABLE "observations" ADD CONSTRAINT "observations_region_id_fkey" FOREIGN KEY ("region_id") REFERENCES "regions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
