import { Args, ID, Resolver, Subscription } from '@nestjs/graphql';
import { notFound } from '@konzeptwerkstatt/kernel';
import { decodeGlobalId, encodeGlobalId, RequestContext, Requested } from '@konzeptwerkstatt/platform-graphql';
import type { EditionRecord } from '../queries/edition.reader.js';
import { EditionLiveStream } from '../queries/edition-live.stream.js';
import { expand } from '../queries/live-iterator.js';
import { MeasureTableStream } from '../queries/measure-table.stream.js';
import { VisibleEditionsReader } from '../queries/visible-editions.reader.js';
import { streamPosition } from './activity-page.js';
import { ActivityType, toActivity } from './activity.type.js';
import { toEdition } from './edition.type.js';
import { EditionPresenceType, MeasureTableChangeType } from './live.type.js';
import { toMeasure } from './measure.mapper.js';
import { toSectionPresence } from './presence.type.js';

const positionOf = (after: string | null | undefined): string | null => (after === null || after === undefined ? null : streamPosition(after));
const afterArg = { name: 'after', type: () => String, nullable: true, description: 'Position to go on from; without one from now on.' } as const;
const editionArg = { name: 'editionId', type: () => ID, description: 'The edition.' } as const;

/** What people see change without asking again. */
@Resolver()
export class ConceptSubscriptionResolver {
  constructor(
    private readonly visible: VisibleEditionsReader,
    private readonly live: EditionLiveStream,
    private readonly tables: MeasureTableStream,
  ) {}

  @Subscription(() => MeasureTableChangeType, { description: "Changes of an edition's measure table." })
  async measureTableChanged(@Args(editionArg) editionId: string, @Args(afterArg) after: string | null, @Requested() { actor }: RequestContext): Promise<AsyncIterableIterator<{ measureTableChanged: MeasureTableChangeType }>> {
    const changes = await this.tables.follow(actor, await this.find(editionId, actor), positionOf(after));
    return expand(changes, ({ position, measure, removedMeasureId }) => Promise.resolve([{
      measureTableChanged: {
        position, measure: measure === null ? null : toMeasure(measure),
        removedMeasureId: removedMeasureId === null ? null : encodeGlobalId('Measure', removedMeasureId),
      },
    }]));
  }

  @Subscription(() => ActivityType, { description: 'What happens in an edition.' })
  async activityAdded(@Args(editionArg) editionId: string, @Args(afterArg) after: string | null, @Requested() { actor }: RequestContext): Promise<AsyncIterableIterator<{ activityAdded: ActivityType }>> {
    const events = await this.live.activity(actor, await this.find(editionId, actor), positionOf(after));
    return expand(events, (event) => Promise.resolve([{ activityAdded: toActivity(event) }]));
  }

  @Subscription(() => EditionPresenceType, { description: 'Who is in the texts of an edition: now, and whenever that changes.' })
  async presenceChanged(@Args(editionArg) editionId: string, @Requested() context: RequestContext): Promise<AsyncIterableIterator<{ presenceChanged: EditionPresenceType }>> {
    const actor = context.requireActor();
    const edition = await this.find(editionId, actor);
    const presences = await this.live.presence(actor, edition);
    return expand(presences, (present) => Promise.resolve([{ presenceChanged: { edition: toEdition(edition), sections: toSectionPresence(present, actor) } }]));
  }

  private async find(editionId: string, actor: RequestContext['actor']): Promise<EditionRecord> {
    const edition = await this.visible.findEdition(actor, decodeGlobalId(editionId, 'Edition'));
    if (edition === null) throw notFound();
    return edition;
  }
}
