-- In which language an edition is written. Everything there was until now is in German.
CREATE TYPE "DocumentLanguage" AS ENUM ('de', 'en', 'ar');
ALTER TABLE "editions" ADD COLUMN "language" "DocumentLanguage" NOT NULL DEFAULT 'de';
