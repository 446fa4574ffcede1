import type { OnModuleInit } from '@nestjs/common';
import { Args, Extensions, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { organisationLoader, OrganisationType } from '@konzeptwerkstatt/identity';
import { ConnectionArgs, NodeRegistry, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { SectionAccess } from '../commands/section-access.js';
import { VersionReader } from '../queries/version.reader.js';
import { SectionVersionConnection } from './concept.connections.js';
import { ownedPage } from './owned-page.js';
import { SectionType, toSection } from './section.type.js';
import { personNameLoader, sectionOfDocumentLoader, versionLoader, versionsOfDocumentLoader } from './version.loader.js';
import { SectionVersionType, toVersion } from './version.type.js';

/** The list of a section's versions. */
@Resolver(() => SectionType)
export class SectionVersionsResolver {
  constructor(private readonly access: SectionAccess) {}

  @ResolveField(() => SectionVersionConnection, { nullable: true, description: 'Versions of its text, newest first; null for who reads it only because it is published.' })
  async versions(@Parent() { documentId, place }: SectionType, @Args() args: ConnectionArgs, @Requested() context: RequestContext): Promise<Page<SectionVersionType> | null> {
    if (!(await this.access.mayReadDrafts(context.actor, place))) return null;
    return ownedPage(context, versionsOfDocumentLoader, documentId, args, toVersion);
  }
}

/** Versions and who kept them. Whoever has got a version may read all of it. */
@Resolver(() => SectionVersionType)
export class VersionResolver implements OnModuleInit {
  constructor(
    private readonly reader: VersionReader,
    private readonly nodes: NodeRegistry,
  ) {}

  onModuleInit(): void {
    this.nodes.register('SectionVersion', async (uuid, { actor }) => {
      const found = await this.reader.find(actor, uuid);
      return found === null ? null : toVersion(found.version);
    });
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the person who kept it; null for who was erased.' })
  async keptByName(@Parent() { version: { personId } }: SectionVersionType, @Requested() context: RequestContext): Promise<string | null> {
    return personId === null ? null : context.loader(personNameLoader).load(personId);
  }

  @ResolveField(() => OrganisationType, { nullable: true, description: 'The organisation for which she did.' })
  async keptByOrganisation(@Parent() { version: { organisationId } }: SectionVersionType, @Requested() context: RequestContext): Promise<OrganisationType | null> {
    return organisationId === null ? null : context.loader(organisationLoader).load(organisationId);
  }

  @ResolveField(() => SectionVersionType, { nullable: true, description: 'The version that came back when this one was kept; null for one that somebody named.' })
  async restoredVersion(@Parent() { version: { restoredId } }: SectionVersionType, @Requested() context: RequestContext): Promise<SectionVersionType | null> {
    const restored = restoredId === null ? null : await context.loader(versionLoader).load(restoredId);
    return restored === null ? null : toVersion(restored);
  }

  @ResolveField(() => SectionType, { description: 'The section whose text it is.' })
  async section(@Parent() { version: { documentId } }: SectionVersionType, @Requested() context: RequestContext): Promise<SectionType> {
    const record = await context.loader(sectionOfDocumentLoader).load(documentId);
    if (record === null) throw new ApplicationError('NOT_FOUND', 'Diesen Abschnitt gibt es nicht mehr.');
    return toSection(record);
  }

  // As with a section's own text: each is built from its bytes.
  @Extensions({ cost: 250 })
  @ResolveField(() => String, { description: 'Its text for reading, as safe HTML.' })
  async readingHtml(@Parent() { uuid, version: { documentId } }: SectionVersionType, @Requested() context: RequestContext): Promise<string> {
    const section = await context.loader(sectionOfDocumentLoader).load(documentId);
    if (section === null) throw new ApplicationError('NOT_FOUND', 'Diesen Abschnitt gibt es nicht mehr.');
    return this.reader.render(section, uuid);
  }
}
