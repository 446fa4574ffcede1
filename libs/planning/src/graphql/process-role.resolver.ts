import { Inject } from '@nestjs/common';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { sectionLoader, SectionType, toSection } from '@konzeptwerkstatt/concept';
import { AccessPolicy, organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { Requested } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { ProcessReader } from '../queries/process.reader.js';
import { ProcessRoleType } from './process-role.type.js';
import { personNameLoader } from './process.loader.js';

/** Who holds a role, and where. */
@Resolver(() => ProcessRoleType)
export class ProcessRoleResolver {
  constructor(
    @Inject(ProcessReader) private readonly reader: ProcessReader,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
  ) {}

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation that holds it; null when a person does.' })
  async organisation(@Parent() { row }: ProcessRoleType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return row.subjectKind === 'organisation' ? context.loader(organisationLoader).load(row.subjectId) : null;
  }

  @ResolveField(() => String, { nullable: true, description: 'The person who holds it; only for those who may manage the process.' })
  async personName(@Parent() { row }: ProcessRoleType, @Requested() context: RequestContext): Promise<string | null> {
    if (row.subjectKind !== 'person' || !(await this.reader.mayManage(context.actor, { municipalityId: row.municipalityId, id: row.processId }))) return null;
    return context.loader(personNameLoader).load(row.subjectId);
  }

  @ResolveField(() => [SectionType], { description: 'Sections it is for; none means the whole process.' })
  async sections(@Parent() { row }: ProcessRoleType, @Requested() context: RequestContext): Promise<SectionType[]> {
    const sections = (await Promise.all(row.sectionIds.map((id) => context.loader(sectionLoader).load(id)))).filter((section) => section !== null);
    const readable = await Promise.all(sections.map((section) => this.policy.can(context.actor, 'section.read', section)));
    return sections.filter((_, index) => readable[index]).map(toSection);
  }
}
