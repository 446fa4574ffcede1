import type { CopiedText, TextAuthor, Transaction } from '@konzeptwerkstatt/contracts';

/** Words of one author. */
export interface SourceWords {
  readonly words: string;
  readonly author: TextAuthor;
}

/** An unbroken line of words as it stood in the source. */
export interface SourceLine {
  /** Random id. */
  readonly passage: string;
  readonly words: readonly SourceWords[];
}

/** Letters that one copy may bring along; what is beyond counts as the writer's. */
const maxLetters = 200_000;

/**
 * Stores where copied words come from. Whoever brings back an earlier state of a text uses it too: `copy` then names the clocks
 * that the change was written under, and the lines are those of the earlier state with their authors there.
 */
export async function storeCopies(tx: Transaction, { documentId, clientId, from, to, actor }: Omit<CopiedText, 'sourceDocumentId' | 'blockIds'>, lines: readonly SourceLine[]): Promise<void> {
  let letters = 0;
  const rows = lines.flatMap(({ passage, words }) => words.map((one) => ({ passage, ...one }))).filter(({ words }) => (letters += words.length) <= maxLetters && words !== '');
  if (rows.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO engine.copied_text (document_id, client_id, clock_from, clock_to, recorded_by_person_id, recorded_by_guest_id, recorded_by_organisation_id,
      passage, words, person_id, guest_id, organisation_id, gathering_id)
    SELECT ${documentId}::uuid, ${clientId}::bigint, ${from}::bigint, ${to}::bigint, ${actor.personId}::uuid, ${actor.guestId}::uuid, ${actor.organisationId}::uuid, w.passage, w.words, w.person_id, w.guest_id, w.organisation_id, w.gathering_id
    FROM unnest(${rows.map(({ passage }) => passage)}::uuid[], ${rows.map(({ words }) => words)}::text[], ${rows.map(({ author }) => author.personId)}::uuid[], ${rows.map(({ author }) => author.guestId)}::uuid[],
      ${rows.map(({ author }) => author.organisationId)}::uuid[], ${rows.map(({ author }) => author.gatheringId)}::uuid[])
      WITH ORDINALITY AS w (passage, words, person_id, guest_id, organisation_id, gathering_id, place)
    ORDER BY w.place`;
}
