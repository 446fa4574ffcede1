import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Contribution } from '../domain/contribution.js';
import { subjectOf } from '../domain/contribution.js';
import { participationError } from '../domain/participation.errors.js';
import type { ContributionResponse } from '../domain/response.policy.js';
import { ResponseRepository } from '../persistence/response.repository.js';

/** An answer that something is to be done with. */
export interface SeenResponse {
  readonly contributionId: string;
  /** The revision that was seen. */
  readonly expectedRevision: number;
}

/** Locks answers that somebody chose, as far as they are what she saw. */
@Injectable()
export class SeenResponses {
  constructor(@Inject(ResponseRepository) private readonly responses: ResponseRepository) {}

  /**
   * The answers and all contributions they are for, with their locks: answers first, then contributions, whoever asks.
   * @param choice what the gate let through
   * @throws ValidationError NO_DRAFT, STALE_VALUE
   */
  async lock(tx: Transaction, { chosen, reached }: { readonly chosen: readonly Contribution[]; readonly reached: ReadonlySet<string> }, seen: readonly SeenResponse[]): Promise<{ readonly responses: ContributionResponse[]; readonly contributions: Contribution[] }> {
    const subjects = new Map(chosen.map((contribution) => [contribution.id, subjectOf(contribution)]));
    const responses: ContributionResponse[] = [];
    for (const subjectId of [...new Set(subjects.values())].toSorted()) {
      const response = await this.responses.find(tx, subjectId, true);
      if (response === null) throw participationError('NO_DRAFT', ['responses']);
      if (seen.some(({ contributionId, expectedRevision }) => subjects.get(contributionId) === subjectId && expectedRevision !== response.revision)) throw participationError('STALE_VALUE', ['responses']);
      responses.push(response);
    }
    const contributions = await this.responses.findBySubjects(tx, responses.map(({ subjectId }) => subjectId), true);
    // What came into a bundle since rights were asked is answered by nobody who did not see it there.
    if (contributions.some(({ id }) => !reached.has(id))) throw participationError('STALE_VALUE', ['responses']);
    return { responses, contributions };
  }
}
