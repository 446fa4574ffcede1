import { Inject } from '@nestjs/common';
import { Args, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { sectionLoader } from '@konzeptwerkstatt/concept';
import { AccessPolicy, GuestReader, GuestType, municipalityLoader } from '@konzeptwerkstatt/identity';
import { Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { GatheringReader } from '../queries/gathering.reader.js';
import type { GatheringTableRow } from '../queries/gathering.reader.js';
import { tablesLoader } from './gathering.loader.js';
import { GatheringType } from './gathering.type.js';
import { GuestDoorType, GuestGatheringType, GuestTableType } from './guest-gathering.type.js';

/** What guests see of their gathering. */
@Resolver(() => GuestGatheringType)
export class GuestGatheringResolver {
  constructor(
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(GuestReader) private readonly guests: GuestReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @Query(() => GuestDoorType, { description: 'The gathering behind a code, for somebody who has not come in yet. Codes: GUEST_CODE_UNKNOWN. Five wrong codes a minute from one address.' })
  async guestDoor(@Args('code', { type: () => String, description: 'As it was typed.' }) code: string, @Requested() { http }: RequestContext): Promise<GuestDoorType> {
    if (http === null) throw new ApplicationError('BAD_USER_INPUT', 'Danach fragt man nur über HTTP.');
    const { value: door, errors } = await settle(this.guests.doorByCode(code, http.clientAddress));
    const row = door === null ? null : await this.gatherings.findById(door.municipalityId, door.gatheringId);
    return { gathering: row === null || door === null ? null : GuestGatheringType.of(row, door.standing), errors };
  }

  @ResolveField(() => String, { description: 'Name of the municipality.' })
  async municipalityName(@Parent() { row }: GuestGatheringType, @Requested() context: RequestContext): Promise<string> {
    return (await context.loader(municipalityLoader).load(row.municipalityId))?.name ?? '';
  }

  @ResolveField(() => [GuestTableType], { description: 'Its tables in order; none for somebody who has not come in.' })
  async tables(@Parent() { row }: GuestGatheringType, @Requested() context: RequestContext): Promise<GuestTableType[]> {
    if (context.guest?.gatheringId !== row.id) return [];
    return Promise.all((await context.loader(tablesLoader).load(row)).map((table) => this.tableOf(table, context)));
  }

  private async tableOf({ id: uuid, number, title, question, sectionId }: GatheringTableRow, context: RequestContext): Promise<GuestTableType> {
    const section = await context.loader(sectionLoader).load(sectionId);
    const mayRead = section !== null && (await this.policy.can(context.guest, 'section.read', section));
    const mayWrite = mayRead && !section.isFrozen && (await this.policy.can(context.guest, 'section.write', section));
    return { uuid, number, title, question, sectionTitle: section?.title ?? '', sectionLanguage: section?.language ?? 'de', sectionUuid: mayRead ? section.sectionId : null, documentId: mayRead ? section.documentId : null, mayWrite };
  }
}

/** The gathering a guest has come to. */
@Resolver(() => GuestType)
export class GuestOfGatheringResolver {
  constructor(@Inject(GatheringReader) private readonly gatherings: GatheringReader) {}

  @ResolveField(() => GuestGatheringType, { nullable: true, description: 'Her gathering; null when it does not take place.' })
  async gathering(@Parent() { record }: GuestType): Promise<GuestGatheringType | null> {
    const row = await this.gatherings.findById(record.municipalityId, record.gatheringId);
    return row === null ? null : GuestGatheringType.of(row, record.standing);
  }
}

/** What those who run a gathering know of its guests. */
@Resolver(() => GatheringType)
export class GatheringGuestResolver {
  constructor(
    @Inject(GatheringReader) private readonly gatherings: GatheringReader,
    @Inject(GuestReader) private readonly guests: GuestReader,
  ) {}

  @ResolveField(() => String, { nullable: true, description: 'The code with which guests come in, as it stands on the poster; null for those who do not run it, and in the first moment.' })
  async guestCode(@Parent() { row }: GatheringType, @Requested() { actor }: RequestContext): Promise<string | null> {
    return row.welcomesGuests && (await this.gatherings.mayModerate(actor, row)) ? this.guests.codeOf(row.id) : null;
  }

  @ResolveField(() => [GuestType], { name: 'guests', description: 'Its guests by pseudonym; none for those who do not run it.' })
  async list(@Parent() { row }: GatheringType, @Requested() { actor }: RequestContext): Promise<GuestType[]> {
    if (!(await this.gatherings.mayModerate(actor, row))) return [];
    return (await this.guests.ofGathering(row.municipalityId, row.id)).map((record) => GuestType.of(record));
  }
}
