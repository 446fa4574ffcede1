import { Inject, Injectable } from '@nestjs/common';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import type { Contribution } from '../domain/contribution.js';
import { subjectOf } from '../domain/contribution.js';
import type { ContributionResponse } from '../domain/response.policy.js';
import { standingOf } from '../domain/response-proposal.policy.js';
import type { ProposalReaction, ResponseStanding } from '../domain/response-proposal.policy.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';

/** An answer with how it stands and what was said to it. */
export interface ProposedResponse {
  readonly response: ContributionResponse;
  readonly standing: ResponseStanding;
  /** To any wording, the newest first. */
  readonly reactions: readonly ProposalReaction[];
  /** All that it answers. */
  readonly contributions: readonly Contribution[];
}

/** Reads where answers are proposed before they are published, and how those stand. Whether a deadline has passed is found when somebody looks; nothing has to run on time. */
@Injectable()
export class ConsentReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
    @Inject(ResponseRepository) private readonly stored: ResponseRepository,
  ) {}

  /** For how many days answers are proposed, by process (all of one municipality). */
  daysOfProcesses(municipalityId: string, processIds: readonly string[]): Promise<Map<string, number>> {
    return this.proposals.findDays(this.database.client, municipalityId, processIds);
  }

  /** For how many days answers to contributions of these editions are proposed, by edition; those in which they are not are left out. */
  async daysOfEditions(municipalityId: string, editionIds: readonly string[]): Promise<Map<string, number>> {
    const editions = (await this.concepts.editionsByIds([...new Set(editionIds)])).flatMap(({ editionId, processId }) => (processId === null ? [] : [{ editionId, processId }]));
    const days = await this.daysOfProcesses(municipalityId, editions.map(({ processId }) => processId));
    return new Map(editions.flatMap(({ editionId, processId }) => (days.has(processId) ? [[editionId, days.get(processId) ?? 0] as const] : [])));
  }

  /** Answers with how they stand, by subject; whether one is published is in it. */
  async proposed(municipalityId: string, subjectIds: readonly string[]): Promise<Map<string, ProposedResponse>> {
    const { client } = this.database;
    const responses = await this.stored.findMany(client, municipalityId, [...new Set(subjectIds)]);
    if (responses.length === 0) return new Map();
    return this.standings(client, municipalityId, responses);
  }

  /** How answers stand by the database's clock, by subject; in the caller's transaction, which holds their locks where it decides by it. */
  async standings(tx: Transaction, municipalityId: string, responses: readonly ContributionResponse[]): Promise<Map<string, ProposedResponse>> {
    const subjectIds = responses.map(({ subjectId }) => subjectId);
    const [[clock], contributions, reactions] = [
      await tx.$queryRaw<{ now: Date }[]>`SELECT clock_timestamp() AS now`, await this.stored.findBySubjects(tx, subjectIds), await this.proposals.findReactions(tx, municipalityId, subjectIds),
    ];
    const [bySubject, saidTo] = [Map.groupBy(contributions, subjectOf), Map.groupBy(reactions, ({ subjectId }) => subjectId)];
    return new Map(responses.map((response) => {
      const [own, said] = [bySubject.get(response.subjectId) ?? [], saidTo.get(response.subjectId) ?? []];
      return [response.subjectId, { response, standing: standingOf(response, own, said, clock?.now ?? new Date()), reactions: said, contributions: own }];
    }));
  }
}
