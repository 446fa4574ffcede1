import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { moderatorNamed, moderatorWithdrawn, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { hasLaterEvent, sendWakeUp } from '@konzeptwerkstatt/platform-outbox';
import { GrantRepository } from '../persistence/grant.repository.js';
import { MODERATOR_ORIGIN } from './access-change.js';

type ModeratorNamed = z.infer<typeof moderatorNamed.schema>;

/** Lets somebody run one gathering and write in the texts of its tables, until it ends. */
@Injectable()
export class GrantAccessWhenModeratorNamed implements Subscriber<ModeratorNamed> {
  readonly name = 'grant-access-when-moderator-named';
  readonly event = moderatorNamed;

  constructor(@Inject(GrantRepository) private readonly grants: GrantRepository) {}

  async handle(tx: Transaction, event: EventEnvelope<ModeratorNamed>): Promise<void> {
    // A retry after parking comes behind what happened since, and must not undo it.
    if ((await hasLaterEvent(tx, event, moderatorNamed)) || (await hasLaterEvent(tx, event, moderatorWithdrawn))) return;
    const { municipalityId, payload: { moderatorId, gatheringId, personId, sectionIds, endsAt } } = event;
    const origin = { municipalityId, subjectKind: 'person', subjectId: personId, originKind: MODERATOR_ORIGIN, originId: moderatorId, validTo: endsAt } as const;
    // Tables may have been put away.
    await this.grants.end(tx, MODERATOR_ORIGIN, moderatorId);
    await this.grants.insert(tx, origin, { role: 'moderator', scopeKind: 'gathering', scopeId: gatheringId });
    for (const scopeId of sectionIds) await this.grants.insert(tx, origin, { role: 'moderator', scopeKind: 'section', scopeId });
    await sendWakeUp(tx, { kind: 'access', personId, municipalityId });
  }
}
