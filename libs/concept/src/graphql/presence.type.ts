import { Field, ObjectType } from '@nestjs/graphql';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { Presence } from '../queries/presence.reader.js';

/** Somebody who has a section open, by organisation; names show only in the text itself. */
@ObjectType('Participant', { description: 'Somebody who has a section open, by organisation.' })
export class ParticipantType {
  @Field(() => Boolean, { description: 'Whether it is the viewer herself.' })
  isViewer!: boolean;

  organisationId!: string | null;
}

/** Who has a section open right now. */
@ObjectType('SectionPresence', { description: 'Who has a section open right now.' })
export class SectionPresenceType {
  @Field(() => [ParticipantType], { description: 'One entry per person.' })
  participants!: ParticipantType[];

  sectionId!: string;
}

/** Presence by section, in the order of the sections; sections without anybody are left out. */
export function toSectionPresence(presences: readonly Presence[], actor: Actor | null): SectionPresenceType[] {
  const sectionIds = [...new Set(presences.map(({ sectionId }) => sectionId))];
  return sectionIds.map((sectionId) => ({
    sectionId,
    participants: presences.filter((presence) => presence.sectionId === sectionId).map(({ personId, organisationId }) => ({
      isViewer: personId !== null && personId === actor?.personId, organisationId,
    })),
  }));
}
