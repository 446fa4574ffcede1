import { Inject, type OnModuleInit } from '@nestjs/common';
import { Args, ID, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError, isUuid, type Actor } from '@konzeptwerkstatt/kernel';
import { CurrentActor, decodeCursor, encodeCursor, NodeRegistry, NodeType, pageOf, Requested, rowsToLoad, StaleValueErrorType, type Page, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { actingPerson } from '../commands/acting-person.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { IdentityReader } from '../queries/identity.reader.js';
import { ListOrganisationsQuery } from '../queries/list-organisations.query.js';
import { municipalityLoader, organisationLoader } from './identity.loader.js';
import { OrganisationListArgs } from './organisation.input.js';
import { municipalityNode, MunicipalityType, OrganisationConnection, organisationNode, OrganisationType } from './organisation.type.js';

function positionAfter(cursor: string | null | undefined): readonly [string, string] | null {
  if (cursor === undefined || cursor === null) return null;
  const [name, id] = decodeCursor(cursor, 2);
  if (typeof name !== 'string' || typeof id !== 'string' || !isUuid(id)) throw new ApplicationError('BAD_USER_INPUT', 'Der Wert von „after“ gehört nicht zu dieser Liste.');
  return [name, id];
}

@Resolver(() => OrganisationType)
export class OrganisationResolver implements OnModuleInit {
  constructor(
    @Inject(ListOrganisationsQuery) private readonly listing: ListOrganisationsQuery,
    @Inject(IdentityReader) private readonly reader: IdentityReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(NodeRegistry) private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('Organisation', (uuid, { actor }) => this.findOrganisation(uuid, actor));
    this.nodes.register('Municipality', (uuid, { actor }) => this.findMunicipality(uuid, actor));
  }

  @Query(() => NodeType, { nullable: true, description: 'Whatever has this id; null when it does not exist or is not visible.' })
  node(@Args('id', { type: () => ID, description: 'From any field `id`.' }) id: string, @Requested() context: RequestContext): Promise<object | null> {
    return this.nodes.find(id, context);
  }

  @Query(() => OrganisationConnection, { description: 'Organisations of the own municipality, by name.' })
  async organisations(@CurrentActor() actor: Actor, @Args() args: OrganisationListArgs): Promise<Page<OrganisationType>> {
    const { municipalityId } = actingPerson(actor);
    await this.policy.require(actor, 'organisation.read', { municipalityId });
    const { filter, after } = args;
    const { rows, count } = await this.listing.execute(municipalityId, {
      kinds: filter?.kinds ?? null, search: filter?.search ?? null, after: positionAfter(after), limit: rowsToLoad(args),
    });
    return pageOf(rows.map(organisationNode), args, { cursorOf: ({ name, uuid }) => encodeCursor(name, uuid), totalCount: count });
  }

  @Query(() => OrganisationType, { nullable: true, description: 'One organisation; null when it does not exist or is not visible.' })
  organisation(@Args('uuid', { type: () => String, description: 'Raw id.' }) uuid: string, @Requested() { actor }: RequestContext): Promise<OrganisationType | null> {
    return isUuid(uuid) ? this.findOrganisation(uuid, actor) : Promise.resolve(null);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation it is an office of.' })
  async parent(@Parent() { parentId }: OrganisationType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return parentId === null ? null : context.loader(organisationLoader).load(parentId);
  }

  @ResolveField(() => MunicipalityType, { nullable: true, description: 'Of a county: the member in this installation that it stands for.' })
  async represents(@Parent() { representedId }: OrganisationType, @Requested() context: RequestContext): Promise<MunicipalityType | null> {
    return representedId === null ? null : context.loader(municipalityLoader).load(representedId);
  }

  private async findOrganisation(uuid: string, actor: Actor | null): Promise<OrganisationType | null> {
    const municipalityId = actor?.municipalityId;
    if (!municipalityId || !(await this.policy.can(actor, 'organisation.read', { municipalityId }))) return null;
    const [view] = await this.reader.organisationsByIds(municipalityId, [uuid]);
    return view ? organisationNode(view) : null;
  }

  private async findMunicipality(uuid: string, actor: Actor | null): Promise<object | null> {
    if (!(await this.policy.can(actor, 'organisation.read', { municipalityId: uuid }))) return null;
    const view = await this.reader.municipality(uuid);
    return view ? municipalityNode(view) : null;
  }
}

/** Adds the name of who changed a value to an error of the platform, which knows no organisations. */
@Resolver(() => StaleValueErrorType)
export class StaleValueErrorResolver {
  @ResolveField(() => OrganisationType, { nullable: true, description: 'Who changed it, where known.' })
  async changedBy(@Parent() { changedByOrganisationId }: StaleValueErrorType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return changedByOrganisationId ? context.loader(organisationLoader).load(changedByOrganisationId) : null;
  }
}
