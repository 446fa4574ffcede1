-- A character that no font has no longer costs the file: a mark stands in its place, and the row says which they were.
ALTER TABLE "document_exports" RENAME COLUMN "problem_detail" TO "unshown_characters";
ALTER TABLE "adopted_files" RENAME COLUMN "problem_detail" TO "unshown_characters";
UPDATE "document_exports" SET "problem" = 'rendering_failed', "unshown_characters" = NULL WHERE "problem" = 'unknown_characters';
-- The sweep has these made now.
UPDATE "adopted_files" SET "state" = 'waiting', "attempts" = 0, "problem" = NULL, "unshown_characters" = NULL WHERE "problem" = 'unknown_characters';
