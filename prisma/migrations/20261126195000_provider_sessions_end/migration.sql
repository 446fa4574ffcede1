-- Sessions that a provider opened end twelve hours after their sign-in, also those that are open now.
UPDATE "sessions" SET "expires_at" = LEAST("expires_at", "created_at" + interval '12 hours') WHERE "id" IN (SELECT "session_id" FROM "provider_sessions");
