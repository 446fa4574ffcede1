import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ValidationError, type Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeGlobalId, Requested, settle, userErrorsFrom, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { ImportOrganisationsCommand } from '../commands/import-organisations.command.js';
import { SaveOrganisationCommand } from '../commands/save-organisation.command.js';
import type { ImportRow } from '../domain/organisation-import.policy.js';
import type { OrganisationDetails } from '../domain/organisation.entity.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { PreviewOrganisationImportQuery } from '../queries/preview-organisation-import.query.js';
import { organisationLoader, organisationReachLoader } from './identity.loader.js';
import {
  AddOrganisationInput, AddOrganisationPayload, ChangeOrganisationInput, ChangeOrganisationPayload, ImportOrganisationsInput, ImportOrganisationsPayload,
  OrganisationImportRowInput, OrganisationImportRowType, OrganisationReachType, type ContactInput, type OrganisationDetailsInput,
} from './organisation-reach.type.js';
import { OrganisationType } from './organisation.type.js';

const contactOf = (contact: ContactInput | null | undefined): OrganisationDetails['deputy'] => (contact ? { name: contact.name, email: contact.email ?? null, phone: contact.phone ?? null } : null);

const detailsOf = ({ name, shortName, kind, mailbox, language, contactPerson, deputy }: OrganisationDetailsInput): OrganisationDetails =>
  ({ name, shortName: shortName ?? null, kind, mailbox: mailbox ?? null, language, contactPerson: contactOf(contactPerson), deputy: contactOf(deputy) });

const text = (value: string | null | undefined): string | null => (value === undefined || value === null || value.trim() === '' ? null : value);

const rowOf = (row: OrganisationImportRowInput): ImportRow => ({
  line: row.line, name: text(row.name), shortName: text(row.shortName), kind: text(row.kind), mailbox: text(row.mailbox), language: text(row.language),
  contactName: text(row.contactName), contactEmail: text(row.contactEmail), contactPhone: text(row.contactPhone),
  deputyName: text(row.deputyName), deputyEmail: text(row.deputyEmail), deputyPhone: text(row.deputyPhone),
});

/** The entries of organisations: how they are reached, adding, changing, taking over lists. */
@Resolver(() => OrganisationType)
export class OrganisationReachResolver {
  constructor(
    @Inject(SaveOrganisationCommand) private readonly saveCommand: SaveOrganisationCommand,
    @Inject(ImportOrganisationsCommand) private readonly importCommand: ImportOrganisationsCommand,
    @Inject(PreviewOrganisationImportQuery) private readonly preview: PreviewOrganisationImportQuery,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor may change its entry and say who belongs to it.' })
  mayAdminister(@Parent() { municipalityId, uuid: organisationId }: OrganisationType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return this.policy.can(actor, 'organisation.administer', { municipalityId, organisationId });
  }

  @ResolveField(() => OrganisationReachType, { nullable: true, description: 'How it is reached; null for those who do not administer it.' })
  async reach(@Parent() organisation: OrganisationType, @Requested() context: RequestContext): Promise<OrganisationReachType | null> {
    return (await this.mayAdminister(organisation, context)) ? context.loader(organisationReachLoader).load(organisation) : null;
  }

  @Query(() => [OrganisationImportRowType], { description: 'What a list of organisations would do, row by row; nothing is written. At most 1000 rows.' })
  async organisationImportPreview(@Args('rows', { type: () => [OrganisationImportRowInput], description: 'The list.' }) rows: OrganisationImportRowInput[], @CurrentActor() actor: Actor): Promise<OrganisationImportRowType[]> {
    const outcomes = await this.preview.execute(actor, actingPerson(actor).municipalityId, rows.map(rowOf));
    return outcomes.map(({ line, name, outcome, changed, problems }) => ({ line, name, outcome, changed, problems: userErrorsFrom(new ValidationError(problems)) }));
  }

  @Mutation(() => AddOrganisationPayload, { description: 'Adds an organisation to the own municipality.' })
  async addOrganisation(@Args('input') input: AddOrganisationInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<AddOrganisationPayload> {
    const { value, errors } = await settle(this.saveCommand.add(commandContext(actor, context.correlationId, 'addOrganisation', input), detailsOf(input.details)));
    return { organisation: value === null ? null : await context.loader(organisationLoader).load(value), errors };
  }

  @Mutation(() => ChangeOrganisationPayload, { description: 'Changes the entry of an organisation; its own administrators change all but name and kind.' })
  async changeOrganisation(@Args('input') input: ChangeOrganisationInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ChangeOrganisationPayload> {
    const edited = { organisationId: decodeGlobalId(input.organisationId, 'Organisation'), revision: input.revision };
    const { value, errors } = await settle(this.saveCommand.change(commandContext(actor, context.correlationId, 'changeOrganisation', input), edited, detailsOf(input.details)));
    return { organisation: value === null ? null : await context.loader(organisationLoader).clear(value).load(value), errors };
  }

  @Mutation(() => ImportOrganisationsPayload, { description: 'Takes over a list of organisations: all of it or nothing; a list that was taken over before changes nothing.' })
  async importOrganisations(@Args('input') input: ImportOrganisationsInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<ImportOrganisationsPayload> {
    const { value, errors } = await settle(this.importCommand.execute(commandContext(actor, context.correlationId, 'importOrganisations', input), input.rows.map(rowOf)));
    return { added: value?.added ?? null, changed: value?.changed ?? null, unchanged: value?.unchanged ?? null, errors };
  }
}
