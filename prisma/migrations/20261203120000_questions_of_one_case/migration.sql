-- A reservation matters to whoever takes part: inquiries that were asked before know it, too.
UPDATE "inquiries" i SET "questions" = (
  SELECT jsonb_agg(CASE WHEN q.question->>'key' = 'reservation' AND (q.question->>'isOfTheHouse')::boolean
    THEN q.question || '{"askedWhen": {"key": "role", "values": ["lead", "partner"]}}'::jsonb ELSE q.question END ORDER BY q.at)
  FROM jsonb_array_elements(i."questions") WITH ORDINALITY AS q(question, at)
) WHERE i."kind" = 'responsibility';
