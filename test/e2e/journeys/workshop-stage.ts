import { GraphqlVisitor, until, type ApplicationUnderTest } from '@konzeptwerkstatt/test-support';
import { DeskPeopleDocument, SubmitCardDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { key, newDesk, type Desk } from './desk.js';

/** A time so many hours from now, by the town's clock, as forms send it. */
export const townTime = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T').slice(0, 16);

/** A gathering with the office that runs it. */
export interface Workshop {
  readonly desk: Desk;
  readonly office: GraphqlVisitor;
  readonly id: string;
  readonly uuid: string;
  readonly tables: readonly string[];
  readonly code: string;
}

/** A workshop that goes on, with two tables on the same section. @throws Error with the codes when it is refused */
export async function newWorkshop(application: ApplicationUnderTest, more: object = {}): Promise<Workshop> {
  const [office, desk] = [await application.as('office'), await newDesk(application)];
  const { edition } = await office.get<{ edition: { process: { id: string } } }, object>('query ($uuid: String!) { edition(uuid: $uuid) { process { id } } }', { uuid: desk.editionUuid });
  const input = {
    processId: edition.process.id, kind: 'WORKSHOP', title: 'Werkstatt', startsAt: townTime(-1), endsAt: townTime(3), welcomesGuests: true, releasesCards: true,
    tables: [{ title: 'Eins', sectionId: desk.sectionId }, { title: 'Zwei', sectionId: desk.sectionId }], idempotencyKey: key(), ...more,
  };
  const { addGathering } = await office.get<{ addGathering: { gathering: { id: string; uuid: string; tables: { uuid: string }[] } | null; errors: unknown[] } }, object>(
    'mutation ($input: AddGatheringInput!) { addGathering(input: $input) { gathering { id uuid tables { uuid } } errors { code path } } }', { input });
  const { gathering } = addGathering;
  if (gathering === null) throw new Error(JSON.stringify(addGathering.errors));
  let code: string | null = null;
  await until(async () => (code = (await office.get(DeskPeopleDocument, { uuid: gathering.uuid })).gathering?.guestCode ?? null) !== null, 'the door has a code');
  return { desk, office, id: gathering.id, uuid: gathering.uuid, tables: gathering.tables.map(({ uuid }) => uuid), code: code ?? '' };
}

/** Somebody who comes in with its code. */
export const guestAt = ({ origin }: ApplicationUnderTest, { code }: Pick<Workshop, 'code'>): Promise<GraphqlVisitor> => GraphqlVisitor.asGuest(origin, code);
/** Writes a card at its first table. */
export const write = (visitor: GraphqlVisitor, { tables }: Workshop, text: string, idempotencyKey = key()) =>
  visitor.get(SubmitCardDocument, { input: { tableUuid: tables[0] ?? '', kind: 'PROPOSAL', text, language: 'ar', idempotencyKey } }).then(({ submitCard }) => submitCard);
