import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { LegalPageKind } from '@konzeptwerkstatt/platform-database';
import { commandContext, CurrentActor, Requested, settle, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { MunicipalitySettingsCommand } from '../commands/municipality-settings.command.js';
import { LegalPageReader } from '../queries/legal-page.reader.js';
import { LegalPageKindEnum } from './municipality.enums.js';
import { SetLegalPageInput, SetLegalPagePayload } from './municipality-settings.type.js';
import { LegalPageType, LegalPublisherType } from './setup.type.js';
import { ViewerType } from './viewer.type.js';

/** Imprint, privacy, accessibility and house rules: open to everybody once published, changed by administrators. */
@Resolver(() => ViewerType)
export class LegalPageResolver {
  constructor(
    @Inject(LegalPageReader) private readonly reader: LegalPageReader,
    @Inject(MunicipalitySettingsCommand) private readonly settings: MunicipalitySettingsCommand,
  ) {}

  @Query(() => LegalPageType, { nullable: true, description: 'A published page of a municipality; null when it is not published.' })
  legalPage(
    @Args('municipalityUuid') municipalityUuid: string, @Args('kind', { type: () => LegalPageKindEnum }) kind: LegalPageKind,
  ): Promise<LegalPageType | null> {
    return this.reader.published(municipalityUuid, kind);
  }

  @Query(() => [LegalPublisherType], { description: 'Municipalities of this installation that have published pages they answer for, real ones first.' })
  legalPublishers(): Promise<LegalPublisherType[]> {
    return this.reader.publishers();
  }

  @ResolveField(() => [LegalPageType], { description: 'All pages of the own municipality, published or not; empty for everybody but its administrators.' })
  legalPages(@Parent() { actor }: ViewerType): Promise<LegalPageType[]> {
    return this.reader.own(actor);
  }

  @Mutation(() => SetLegalPagePayload, { description: 'Changes a page of the own municipality. Codes: STALE_VALUE, TEXT_REQUIRED, TEXT_TOO_LONG, TEXT_NOT_STORABLE, PLACEHOLDERS_LEFT.' })
  async setLegalPage(@Args('input') input: SetLegalPageInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<SetLegalPagePayload> {
    const { kind, text, isPublished, expectedVersion } = input;
    const { value, errors } = await settle(this.settings.setLegalPage(commandContext(actor, context.correlationId, 'setLegalPage', input), { kind, text, isPublished, expectedVersion }));
    if (value === null) return { page: null, errors };
    const pages = await this.reader.own({ ...actor, municipalityId: actingPerson(actor).municipalityId });
    return { page: pages.find((page) => page.kind === kind) ?? null, errors };
  }
}
