import { Inject, Injectable } from '@nestjs/common';
import { inOwnWords } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { EditionRecord } from '@konzeptwerkstatt/concept';
import type { NoteSource } from '@konzeptwerkstatt/document-model';
import { IdentityReader, storedOwnWords } from '@konzeptwerkstatt/identity';
import { ContributionReader } from '@konzeptwerkstatt/participation';
import { noteOf } from '../domain/contribution-note.policy.js';

/** So many notes a file holds at most; of more the newest are taken. */
export const MAX_NOTES = 2_000;

/** What is given out beside an edition. */
export interface ContributionNotes {
  readonly notes: readonly NoteSource[];
  /** So many more there are. */
  readonly left: number;
}

const known = (ids: readonly (string | null)[]): string[] => [...new Set(ids.filter((id) => id !== null))];

/** Reads the open contributions to an edition that somebody may see now, as notes for a file. */
@Injectable()
export class ContributionNotesReader {
  constructor(
    @Inject(ContributionReader) private readonly contributions: ContributionReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
  ) {}

  /** Four queries, however many there are. A file is passed on: it names organisations, and persons only where the municipality shows them; who wrote a letter stands in none. */
  async read(actor: Actor, { editionId, municipalityId }: Pick<EditionRecord, 'editionId' | 'municipalityId'>): Promise<ContributionNotes> {
    const open = await this.contributions.open(actor, editionId, MAX_NOTES);
    const [municipality] = await this.identity.municipalitiesByIds([municipalityId]);
    const organisations = await this.identity.organisationsByIds(municipalityId, known(open.map(({ organisationId }) => organisationId)));
    const persons = municipality?.showsAuthorshipDetail === true ? await this.identity.personNames(known(open.map(({ contributorId }) => contributorId))) : new Map<string, string>();
    const said = inOwnWords(municipality === undefined ? [] : storedOwnWords(municipality.terms));
    const names = new Map(organisations.map(({ id, name }) => [id, name]));
    const notes = open.map((contribution) => noteOf(contribution, { organisation: names.get(contribution.organisationId ?? '') ?? null, person: persons.get(contribution.contributorId ?? '') ?? null }, said));
    // The oldest first, as they came.
    return { notes: notes.toReversed(), left: (open[0]?.total ?? 0) - open.length };
  }
}
