-- Signing in with an account of the town hall: one OpenID Connect provider per municipality, beside passwords.
CREATE TABLE "sign_in_providers" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "issuer" TEXT NOT NULL,
    "client_id" TEXT NOT NULL,
    "client_secret" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "groups_claim" TEXT,
    "required_groups" JSONB NOT NULL DEFAULT '[]',
    "creates_accounts" BOOLEAN NOT NULL DEFAULT false,
    "is_enabled" BOOLEAN NOT NULL DEFAULT true,
    "rules" JSONB NOT NULL DEFAULT '[]',
    "updated_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sign_in_providers_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_providers_municipality_id_key" ON "sign_in_providers"("municipality_id");
ALTER TABLE "sign_in_providers" ADD CONSTRAINT "sign_in_providers_municipality_id_fkey" FOREIGN KEY ("municipality_id") REFERENCES "municipalities"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

ALTER TABLE "memberships" ADD COLUMN "provider_id" UUID;
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_in_providers"("id") ON DELETE SET NULL ON UPDATE RESTRICT;

CREATE TABLE "external_identities" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "subject_hash" TEXT NOT NULL,
    "administers" BOOLEAN NOT NULL DEFAULT false,
    "linked_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ(3),

    CONSTRAINT "external_identities_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "external_identities_provider_id_subject_hash_key" ON "external_identities"("provider_id", "subject_hash");
CREATE UNIQUE INDEX "external_identities_provider_id_person_id_key" ON "external_identities"("provider_id", "person_id");
CREATE INDEX "external_identities_person_id_idx" ON "external_identities"("person_id");
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_in_providers"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "external_identities" ADD CONSTRAINT "external_identities_person_id_fkey" FOREIGN KEY ("person_id") REFERENCES "persons"("id") ON DELETE RESTRICT ON UPDATE RESTRICT;

CREATE TABLE "provider_sessions" (
    "session_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "identity_id" UUID NOT NULL,
    "sid_hash" TEXT,
    "logout_endpoint" TEXT,
    "identity_hint" TEXT NOT NULL,

    CONSTRAINT "provider_sessions_pkey" PRIMARY KEY ("session_id")
);
CREATE INDEX "provider_sessions_provider_id_sid_hash_idx" ON "provider_sessions"("provider_id", "sid_hash");
CREATE INDEX "provider_sessions_identity_id_idx" ON "provider_sessions"("identity_id");
ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_session_id_fkey" FOREIGN KEY ("session_id") REFERENCES "sessions"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_in_providers"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
ALTER TABLE "provider_sessions" ADD CONSTRAINT "provider_sessions_identity_id_fkey" FOREIGN KEY ("identity_id") REFERENCES "external_identities"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE TABLE "sign_in_attempts" (
    "id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "provider_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "secrets" TEXT NOT NULL,
    "return_path" TEXT NOT NULL,
    "linking_session_id" UUID,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_attempts_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "sign_in_attempts_token_hash_key" ON "sign_in_attempts"("token_hash");
CREATE INDEX "sign_in_attempts_expires_at_idx" ON "sign_in_attempts"("expires_at");
ALTER TABLE "sign_in_attempts" ADD CONSTRAINT "sign_in_attempts_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_in_providers"("id") ON DELETE CASCADE ON UPDATE RESTRICT;

CREATE TABLE "logout_notices" (
    "provider_id" UUID NOT NULL,
    "municipality_id" UUID NOT NULL,
    "notice_hash" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "logout_notices_pkey" PRIMARY KEY ("provider_id", "notice_hash")
);
ALTER TABLE "logout_notices" ADD CONSTRAINT "logout_notices_provider_id_fkey" FOREIGN KEY ("provider_id") REFERENCES "sign_in_providers"("id") ON DELETE CASCADE ON UPDATE RESTRICT;
