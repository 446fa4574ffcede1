import { Field, ObjectType } from '@nestjs/graphql';
import type { EventEnvelope } from '@konzeptwerkstatt/contracts';
import { DateTimeScalar, encodeGlobalId, IdentifiedType } from '@konzeptwerkstatt/platform-graphql';
import { apiValue } from './enum-values.js';

/** What an activity is about, by raw ids; for edges of this and other contexts. */
export interface ActivitySubject {
  readonly municipalityId: string;
  readonly organisationId: string | null;
  readonly personId: string | null;
  readonly sectionId: string | null;
  readonly measureId: string | null;
  readonly goalId: string | null;
  readonly indicatorId: string | null;
  readonly fromOrganisationId: string | null;
  readonly toOrganisationId: string | null;
}

/** Something that happened in an edition. */
@ObjectType('Activity', { description: 'Something that happened in an edition.' })
export class ActivityType extends IdentifiedType {
  @Field(() => String, { description: 'Its place in the order of everything; subscriptions continue from it.' })
  position!: string;

  @Field(() => String, { description: 'Name of the event, e.g. `concept.measure.changed`.' })
  name!: string;

  @Field(() => DateTimeScalar, { description: 'When.' })
  occurredAt!: string;

  @Field(() => String, { nullable: true, description: 'Which field of a goal or measure changed.' })
  field!: string | null;

  @Field(() => String, { nullable: true, description: 'Value before: the name of an enum, a period or an amount. Null for free text, organisations and links.' })
  fromValue!: string | null;

  @Field(() => String, { nullable: true, description: 'Value afterwards, as fromValue.' })
  toValue!: string | null;

  /** What it is about, for edges. */
  subject!: ActivitySubject;
}

const referenceFields: ReadonlySet<string> = new Set(['lead', 'partner', 'indicator', 'goal']);
const organisationFields: ReadonlySet<string> = new Set(['lead', 'partner']);

/** An event as the API shows it: who (by organisation), what and where; payloads never leave as they are. */
export function toActivity(event: EventEnvelope): ActivityType {
  const payload = event.payload as Readonly<Record<string, unknown>>;
  const text = (key: string): string | null => (typeof payload[key] === 'string' ? payload[key] : null);
  const [field, from, to] = [text('field'), text('from'), text('to')];
  const isOrganisation = field !== null && organisationFields.has(field);
  const shown = (value: string | null): string | null => (field === null || referenceFields.has(field) ? null : apiValue(field, value));
  return {
    id: encodeGlobalId('Activity', event.id), position: event.position, name: event.name, occurredAt: event.occurredAt,
    field, fromValue: shown(from), toValue: shown(to),
    subject: {
      municipalityId: event.municipalityId, organisationId: event.actor.organisationId, personId: event.actor.personId,
      sectionId: text('sectionId'), measureId: text('measureId'), goalId: text('goalId'),
      indicatorId: text('indicatorId') ?? (field === 'indicator' ? to ?? from : null),
      fromOrganisationId: isOrganisation ? from : null, toOrganisationId: isOrganisation ? to : null,
    },
  };
}
