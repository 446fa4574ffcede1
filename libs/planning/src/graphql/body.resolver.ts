import { Inject } from '@nestjs/common';
import { Args, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { commandContext, Correlation, CurrentActor, decodeGlobalId, pickedId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ChangeBodiesCommand } from '../commands/change-bodies.command.js';
import { ProcessReader } from '../queries/process.reader.js';
import { AddBodyInput, AddBodyPayload, ChangeBodyInput, ChangeBodyPayload, RemoveBodyInput, RemoveBodyPayload } from './body.input.js';
import { BodyType } from './body.type.js';
import { PlanningProcessType } from './planning-process.type.js';
import { bodyMembersLoader } from './process.loader.js';

/** Bodies of a process, and changing them. */
@Resolver(() => BodyType)
export class BodyResolver {
  constructor(
    @Inject(ChangeBodiesCommand) private readonly bodies: ChangeBodiesCommand,
    @Inject(ProcessReader) private readonly reader: ProcessReader,
  ) {}

  @ResolveField(() => [OrganisationType], { description: 'Organisations that sit in it.' })
  async members(@Parent() { municipalityId, processId, uuid }: BodyType, @Requested() context: RequestContext): Promise<OrganisationType[]> {
    const rows = (await context.loader(bodyMembersLoader).load({ municipalityId, uuid: processId })).filter(({ bodyId }) => bodyId === uuid);
    return (await Promise.all(rows.map(({ organisationId }) => context.loader(organisationLoader).load(organisationId)))).filter((organisation) => organisation !== null);
  }

  @Mutation(() => AddBodyPayload, { description: 'Adds a body to a process.' })
  async addBody(@Args('input', { type: () => AddBodyInput }) input: AddBodyInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<AddBodyPayload> {
    const processId = decodeGlobalId(input.processId, 'PlanningProcess');
    const { value, errors } = await settle(this.bodies.add(commandContext(actor, correlation, 'addBody', input), { processId, ...fieldsOf(input) }));
    return { body: await this.find(actor, value), errors };
  }

  @Mutation(() => ChangeBodyPayload, { description: 'Changes a body: its name, its kind, who sits in it.' })
  async changeBody(@Args('input', { type: () => ChangeBodyInput }) input: ChangeBodyInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<ChangeBodyPayload> {
    const bodyId = decodeGlobalId(input.bodyId, 'Body');
    const { value, errors } = await settle(this.bodies.change(commandContext(actor, correlation, 'changeBody', input), { bodyId, expectedRevision: input.expectedRevision, ...fieldsOf(input) }));
    return { body: await this.find(actor, value), errors };
  }

  @Mutation(() => RemoveBodyPayload, { description: 'Removes a body from a process; what names it stays without it.' })
  async removeBody(@Args('input', { type: () => RemoveBodyInput }) input: RemoveBodyInput, @CurrentActor() actor: Actor, @Correlation() correlation: string): Promise<RemoveBodyPayload> {
    const bodyId = decodeGlobalId(input.bodyId, 'Body');
    const { value, errors } = await settle(this.bodies.remove(commandContext(actor, correlation, 'removeBody', input), { bodyId }));
    const row = value === null ? null : await this.reader.find(actor, value);
    return { process: row === null ? null : PlanningProcessType.of(row), errors };
  }

  private async find({ municipalityId }: Actor, id: string | null): Promise<BodyType | null> {
    const row = id === null || municipalityId === null ? null : await this.reader.findBody(municipalityId, id);
    return row === null ? null : BodyType.of(row);
  }
}

function fieldsOf({ kind, name, note, organisationIds }: AddBodyInput | ChangeBodyInput) {
  return { kind, name, note: note ?? null, organisationIds: organisationIds.map((id) => pickedId(id, 'Organisation') ?? '') };
}
