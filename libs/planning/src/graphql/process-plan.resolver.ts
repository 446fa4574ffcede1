import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { editionLoader, EditionType, toEdition } from '@konzeptwerkstatt/concept';
import { AccessPolicy } from '@konzeptwerkstatt/identity';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { Inject } from '@nestjs/common';
import { PhaseType } from './phase.type.js';
import { PlanningProcessType } from './planning-process.type.js';
import { ProcessDocumentType } from './process-document.type.js';
import { bodiesLoader, documentsLoader, phasesLoader, tracksLoader } from './process.loader.js';

interface InProcess {
  readonly municipalityId: string;
  readonly processId: string;
}

/** The name of a body of the same process; one statement for all that ask. */
async function bodyName(context: RequestContext, { municipalityId, processId }: InProcess, bodyId: string | null): Promise<string | null> {
  if (bodyId === null) return null;
  return (await context.loader(bodiesLoader).load({ municipalityId, uuid: processId })).find(({ id }) => id === bodyId)?.name ?? null;
}

/** What a process plans. */
@Resolver(() => PlanningProcessType)
export class ProcessPlanResolver {
  @ResolveField(() => [PhaseType], { description: 'Phases in the order in which they open.' })
  async phases(@Parent() process: PlanningProcessType, @Requested() context: RequestContext): Promise<PhaseType[]> {
    return (await context.loader(phasesLoader).load(process)).map((row) => PhaseType.of(row));
  }

  @ResolveField(() => [String], { description: 'The tracks on which is written side by side, in order.' })
  async tracks(@Parent() process: PlanningProcessType, @Requested() context: RequestContext): Promise<string[]> {
    return (await context.loader(tracksLoader).load(process)).map(({ name }) => name);
  }

  @ResolveField(() => [ProcessDocumentType], { description: 'Documents it leads to or builds on, in order.' })
  async documents(@Parent() process: PlanningProcessType, @Requested() context: RequestContext): Promise<ProcessDocumentType[]> {
    return (await context.loader(documentsLoader).load(process)).map((row) => ProcessDocumentType.of(row));
  }

  @ResolveField(() => String, { nullable: true, description: 'The body that takes the decision everything is counted from.' })
  decisionBodyName(@Parent() { municipalityId, uuid, decisionBodyId }: PlanningProcessType, @Requested() context: RequestContext): Promise<string | null> {
    return bodyName(context, { municipalityId, processId: uuid }, decisionBodyId);
  }
}

/** Where a phase stands. */
@Resolver(() => PhaseType)
export class PhaseResolver {
  @ResolveField(() => String, { nullable: true, description: 'The track it is on; null when it is on all.' })
  async trackName(@Parent() { row }: PhaseType, @Requested() context: RequestContext): Promise<string | null> {
    if (row.trackId === null) return null;
    return (await context.loader(tracksLoader).load({ municipalityId: row.municipalityId, uuid: row.processId })).find(({ id }) => id === row.trackId)?.name ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The body that acts in it.' })
  bodyName(@Parent() { row }: PhaseType, @Requested() context: RequestContext): Promise<string | null> {
    return bodyName(context, row, row.bodyId);
  }
}

/** Who decides on a document, and where it is written. */
@Resolver(() => ProcessDocumentType)
export class ProcessDocumentResolver {
  constructor(@Inject(AccessPolicy) private readonly policy: AccessPolicy) {}

  @ResolveField(() => String, { nullable: true, description: 'The body that decides on it; null when nobody does.' })
  decidedBy(@Parent() { row }: ProcessDocumentType, @Requested() context: RequestContext): Promise<string | null> {
    return bodyName(context, row, row.decidedById);
  }

  @ResolveField(() => EditionType, { nullable: true, description: 'Where it is written; null when it is not, or the visitor may not read it.' })
  async edition(@Parent() { row }: ProcessDocumentType, @Requested() context: RequestContext): Promise<EditionType | null> {
    const edition = row.editionId === null ? null : await context.loader(editionLoader).load(row.editionId);
    return edition !== null && (await this.policy.can(context.actor, 'edition.read', edition)) ? toEdition(edition) : null;
  }
}
