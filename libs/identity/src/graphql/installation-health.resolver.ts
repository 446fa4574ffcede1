import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import {
  commandContext, ConnectionArgs, CurrentActor, decodeGlobalId, encodeGlobalId, pageOfList, Requested, settle, type Page, type RequestContext,
} from '@konzeptwerkstatt/platform-graphql';
import { failureCode } from '@konzeptwerkstatt/platform-queue';
import { RetryParkedJobCommand } from '../commands/retry-parked-job.command.js';
import { InstallationHealthReader } from '../queries/installation-health.reader.js';
import { municipalityLoader } from './identity.loader.js';
import { InstallationHealthType, ParkedJobConnection, ParkedJobType, RetryParkedJobInput, RetryParkedJobPayload } from './installation-health.type.js';
import { MunicipalityType } from './organisation.type.js';
import { InstallationType } from './setup.type.js';

/** How the installation is. Only whoever runs it gets the parent of these fields. */
@Resolver(() => InstallationType)
export class InstallationHealthResolver {
  constructor(
    @Inject(InstallationHealthReader) private readonly reader: InstallationHealthReader,
    @Inject(RetryParkedJobCommand) private readonly retry: RetryParkedJobCommand,
  ) {}

  @ResolveField(() => InstallationHealthType, { description: 'How jobs, events and mails are.' })
  async health(): Promise<InstallationHealthType> {
    const { queues, backlog, parked, ...rest } = await this.reader.read();
    return {
      ...rest, queues: [...queues], parked, parkedCount: backlog.parkedJobs,
      events: {
        isRelayed: backlog.isRelayed, position: backlog.position, waiting: backlog.eventsWaiting, oldestSeconds: backlog.eventsOldestSeconds, open: backlog.eventsOpen,
        textsWaiting: backlog.textsWaiting, textsOldestSeconds: backlog.textsOldestSeconds,
      },
    };
  }

  @Mutation(() => RetryParkedJobPayload, { description: 'Tries a parked job again, with all its tries. Codes: PARKED_JOB_GONE.' })
  async retryParkedJob(@Args('input') input: RetryParkedJobInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<RetryParkedJobPayload> {
    const parkedJobId = decodeGlobalId(input.parkedJobId, 'ParkedJob');
    const { value, errors } = await settle(this.retry.execute(commandContext(actor, context.correlationId, 'retryParkedJob', input), parkedJobId));
    return { retriedJobId: value === null ? null : input.parkedJobId, errors };
  }
}

@Resolver(() => InstallationHealthType)
export class ParkedJobsResolver {
  @ResolveField(() => ParkedJobConnection, { description: 'The newest parked jobs that nobody has tried again.' })
  parkedJobs(@Parent() { parked }: InstallationHealthType, @Args() args: ConnectionArgs): Page<ParkedJobType> {
    return pageOfList(parked.map((row) => ({ ...row, row, id: encodeGlobalId('ParkedJob', row.id), code: failureCode(row.reason) })), args);
  }
}

@Resolver(() => ParkedJobType)
export class ParkedJobResolver {
  @ResolveField(() => MunicipalityType, { nullable: true, description: 'The municipality whose event or text it is about; null where that cannot be told.' })
  async municipality(@Parent() { row }: ParkedJobType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return row.municipalityId === null ? null : context.loader(municipalityLoader).load(row.municipalityId);
  }
}
