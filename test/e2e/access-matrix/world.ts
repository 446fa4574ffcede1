import { randomUUID } from 'node:crypto';
import { GraphqlVisitor, until } from '@konzeptwerkstatt/test-support';

interface Node {
  readonly id: string;
}
interface Addressed extends Node {
  readonly uuid: string;
}
interface Connection<T> {
  readonly edges: readonly { readonly node: T }[];
}
interface SectionNode extends Addressed {
  readonly title: string;
  readonly kind: string;
  readonly documentId: string;
}

/** A last day that is never over and never too far away. */
export const LINK_END = new Date(Date.now() + 100 * 86_400_000).toISOString().slice(0, 10);

const WORLD = `{
  viewer { municipality { id uuid } }
  editions(first: 1) { edges { node {
    id uuid title instrument { id }
    process { id uuid bodies(first: 1) { edges { node { id } } } steps(first: 1) { edges { node { id } } } roles(first: 1) { edges { node { id } } } }
    sections(first: 100) { edges { node { id uuid title kind documentId } } }
    goals(first: 1) { edges { node { id } } }
    measures(first: 1) { edges { node { id title } } }
    gaps(first: 1) { edges { node { id } } }
    activity(first: 1) { edges { node { id } } }
  } } }
  organisations(first: 50) { edges { node { id uuid name } } }
  indicators(first: 50) { edges { node { id uuid definition { id } latestObservation { id region { id } } } } }
}`;

interface WorldData {
  readonly viewer: { readonly municipality: Addressed };
  readonly editions: Connection<Addressed & {
    readonly title: string; readonly instrument: Node;
    readonly process: Addressed & { readonly bodies: Connection<Node>; readonly steps: Connection<Node>; readonly roles: Connection<Node> };
    readonly sections: Connection<SectionNode>; readonly goals: Connection<Node>; readonly measures: Connection<Node & { readonly title: string }>;
    readonly gaps: Connection<Node>; readonly activity: Connection<Node>;
  }>;
  readonly organisations: Connection<Addressed & { readonly name: string }>;
  readonly indicators: Connection<Addressed & { readonly definition: Node; readonly latestObservation: (Node & { readonly region: Node }) | null }>;
}

function first<T>({ edges }: Connection<T>): T {
  const node = edges[0]?.node;
  if (node === undefined) throw new Error('the demonstration lacks something that the matrix needs');
  return node;
}

/** A workshop with all that can be named of it. */
export interface SharedGathering extends Addressed {
  readonly code: string;
  readonly tableUuid: string;
  readonly guestId: string;
}

/** Waits for the code of a gathering, as whoever runs it sees it, and comes in. */
export async function joinAsGuest(office: GraphqlVisitor, uuid: string): Promise<{ readonly code: string; readonly guest: GraphqlVisitor }> {
  let code = '';
  await until(async () => {
    const { gathering } = await office.get<{ gathering: { guestCode: string | null } }, object>('query ($uuid: String!) { gathering(uuid: $uuid) { guestCode } }', { uuid });
    code = gathering.guestCode ?? '';
    return code !== '';
  }, 'the gathering has a code');
  return { code, guest: await GraphqlVisitor.asGuest(office.origin, code) };
}

/** What a municipality's own people can name, and ways to make more of it. */
export class World {
  private turn = 0;

  private constructor(readonly office: GraphqlVisitor, readonly data: WorldData) {}

  /** The municipality of the given office. */
  static async of(office: GraphqlVisitor): Promise<World> {
    return new World(office, await office.get<WorldData, object>(WORLD));
  }

  get edition(): WorldData['editions']['edges'][number]['node'] {
    return first(this.data.editions);
  }

  /** The fields of action in turn, so that no text grows long. */
  get section(): SectionNode {
    const fields = this.edition.sections.edges.filter(({ node }) => node.kind === 'FIELD_OF_ACTION');
    const found = fields[(this.turn += 1) % fields.length]?.node;
    if (found === undefined) throw new Error('no field of action');
    return found;
  }

  get organisation(): Addressed & { readonly name: string } {
    return first(this.data.organisations);
  }

  get indicator(): WorldData['indicators']['edges'][number]['node'] {
    const found = this.data.indicators.edges.find(({ node }) => node.latestObservation !== null)?.node;
    if (found === undefined) throw new Error('no indicator with a value');
    return found;
  }

  /** An indicator made for the purpose, as `editIndicator` wants it. */
  async addIndicator(): Promise<{ readonly indicatorId: string; readonly expectedRevision: number }> {
    const fields = { name: `Matrix ${randomUUID()}`, unit: 'count', unitLabel: 'Anzahl', decimals: 0, direction: 'UP' };
    const { indicator } = await this.mutate<{ indicator: Node }>('addIndicator', fields, 'indicator { id }');
    return { indicatorId: indicator.id, expectedRevision: 1, ...fields };
  }

  /** A new measure with this title; a goal can be made in the same section. */
  async addMeasure(title = 'Aus der Zugriffsprüfung', sectionId = this.section.id): Promise<string> {
    return (await this.mutate<{ measure: Node }>('addMeasure', { sectionId, title }, 'measure { id }')).measure.id;
  }

  async addGoal(title = 'Aus der Zugriffsprüfung', sectionId = this.section.id): Promise<string> {
    return (await this.mutate<{ goal: Node }>('addGoal', { sectionId, title }, 'goal { id }')).goal.id;
  }

  /** A new paragraph. @returns how inputs name it, and its version */
  async addBlock(text = 'Aus der Zugriffsprüfung'): Promise<{ readonly ref: { readonly sectionId: string; readonly blockId: string }; readonly version: string }> {
    const { id: sectionId } = this.section;
    const { block } = await this.mutate<{ block: { blockId: string; version: string } }>('addBlock', { sectionId, kind: 'PARAGRAPH', text }, 'block { blockId version }');
    return { ref: { sectionId, blockId: block.blockId }, version: block.version };
  }

  /** A new chapter at the end. */
  async addSection(title = `Aus der Zugriffsprüfung ${randomUUID()}`): Promise<string> {
    return (await this.mutate<{ section: Node }>('addSection', { editionId: this.edition.id, kind: 'CHAPTER', title }, 'section { id }')).section.id;
  }

  /** A version of a section in which something was written since. */
  async addVersion(): Promise<Addressed> {
    const { id } = this.section;
    const { version } = await this.mutate<{ version: Addressed }>('keepVersion', { sectionId: id, name: 'Aus der Zugriffsprüfung' }, 'version { id uuid }');
    await this.addMeasure('Seit der Fassung', id);
    return version;
  }

  /** An organisation made for the purpose, as `changeOrganisation` wants it. */
  async addOrganisation(): Promise<object> {
    const details = { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' };
    const { organisation } = await this.mutate<{ organisation: Node }>('addOrganisation', { details }, 'organisation { id }');
    return { organisationId: organisation.id, revision: 1, details: { ...details, shortName: 'Kurz' } };
  }

  /** A mail of the municipality to somebody. @returns its id */
  async addMail(): Promise<string> {
    await this.mutate('invitePerson', { organisationId: this.organisation.id, name: 'Gast', email: `${randomUUID()}@example.org`, role: 'MEMBER', way: 'MAIL', language: 'de' }, 'organisation { id }');
    return first((await this.office.get<{ mails: Connection<Node> }>('{ mails(first: 1) { edges { node { id } } } }')).mails).id;
  }

  /** An open invitation. @returns its id */
  async addInvitation(): Promise<string> {
    const name = `Gast ${randomUUID()}`;
    await this.mutate('invitePerson', { organisationId: this.organisation.id, name, role: 'MEMBER', way: 'LETTER', language: 'de' }, 'organisation { id }');
    const { invitations } = await this.peopleOf(this.organisation.uuid);
    return invitations.find((invitation) => invitation.name === name)?.id ?? '';
  }

  /** Somebody who has come in by a letter. @returns the id of her membership */
  async addMember(): Promise<string> {
    const email = `${randomUUID()}@example.org`;
    const { letterAddress } = await this.mutate<{ letterAddress: string }>('invitePerson', { organisationId: this.organisation.id, name: 'Gast', role: 'MEMBER', way: 'LETTER', language: 'de' }, 'letterAddress');
    const input = { token: letterAddress.split('#')[1], name: 'Gast', email, password: 'ein langes Passwort', idempotencyKey: randomUUID() };
    await GraphqlVisitor.anonymous(this.office.origin).run('mutation ($input: CreateAccountInput!) { createAccount(input: $input) { errors { code } } }', { input });
    const { members } = await this.peopleOf(this.organisation.uuid);
    return members.find((member) => member.email === email)?.id ?? '';
  }

  /** What a member says of belonging to an organisation made for the purpose. @returns its id */
  async addClaim(member: GraphqlVisitor): Promise<string> {
    const { organisationId } = (await this.addOrganisation()) as { organisationId: string };
    const answer = await member.get<{ claimMembership: { viewer: { claims: (Node & { organisation: Node })[] } } }, object>(
      'mutation ($input: ClaimMembershipInput!) { claimMembership(input: $input) { viewer { claims { id organisation { id } } } errors { code } } }', { input: { organisationId, idempotencyKey: randomUUID() } });
    return answer.claimMembership.viewer.claims.find(({ organisation }) => organisation.id === organisationId)?.id ?? '';
  }

  /** What somebody has said about a section. @returns the ids of her contribution */
  async addContribution(contributor: GraphqlVisitor): Promise<Addressed> {
    const input = { editionId: this.edition.id, sectionId: this.section.id, kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de', isForOrganisation: true, idempotencyKey: randomUUID() };
    const answer = await contributor.get<{ submitContribution: { contribution: Addressed } }, object>(
      'mutation ($input: SubmitContributionInput!) { submitContribution(input: $input) { contribution { id uuid } errors { code } } }', { input });
    return answer.submitContribution.contribution;
  }

  /** Asks an organisation of the contributor for proposals, with one line that it has added. @returns ids of the inquiry, the request and the line */
  async addInquiry(contributor: GraphqlVisitor): Promise<{ readonly inquiry: Addressed; readonly request: Addressed; readonly lineId: string }> {
    const { viewer } = await contributor.get<{ viewer: { actingOrganisation: Node } }>('{ viewer { actingOrganisation { id } } }');
    const input = { editionId: this.edition.id, kind: 'PROPOSALS', title: 'Vorschläge', introduction: '', closesOn: '2099-06-30', remindDays: 7, organisationIds: [viewer.actingOrganisation.id] };
    const { inquiry } = await this.mutate<{ inquiry: Addressed & { recipients: Addressed[] } }>('createInquiry', input, 'inquiry { id uuid recipients { id uuid } }');
    const [request] = inquiry.recipients;
    if (request === undefined) throw new Error('nobody is asked');
    const { request: changed } = await this.mutate<{ request: { lines: Node[] } }>('addInquiryLine', { requestId: request.id }, 'request { lines { id } }');
    return { inquiry, request, lineId: changed.lines[0]?.id ?? '' };
  }

  /** A link for people without an account. @returns its id */
  async addLink(): Promise<string> {
    const title = `Link ${randomUUID()}`;
    const { edition } = await this.mutate<{ edition: { contributionLinks: (Node & { title: string })[] } }>('createContributionLink', { editionId: this.edition.id, title, sectionIds: [this.section.id], endsOn: LINK_END }, 'edition { contributionLinks { id title } }');
    return edition.contributionLinks.find((link) => link.title === title)?.id ?? '';
  }

  /** Asks the contributor's organisation for its advice on a contribution of hers. @returns id of the question */
  async addAdviceRequest(contributor: GraphqlVisitor): Promise<string> {
    const { viewer } = await contributor.get<{ viewer: { actingOrganisation: Node } }>('{ viewer { actingOrganisation { id } } }');
    const input = { contributionId: (await this.addContribution(contributor)).id, organisationId: viewer.actingOrganisation.id, question: 'Was meinen Sie?', language: 'de' };
    const { contribution } = await this.mutate<{ contribution: { advices: Node[] } }>('askForAdvice', input, 'contribution { advices { id } }');
    const [advice] = contribution.advices;
    if (advice === undefined) throw new Error('nobody is asked');
    return advice.id;
  }

  async addReasonText(): Promise<string> {
    return (await this.mutate<{ reasonText: Node }>('saveReasonText', { title: 'Zuständigkeit', text: 'Dafür ist das Land zuständig.' }, 'reasonText { id }')).reasonText.id;
  }

  private async peopleOf(uuid: string): Promise<{ invitations: (Node & { name: string })[]; members: (Node & { email: string })[] }> {
    const text = 'query ($uuid: String!) { organisation(uuid: $uuid) { invitations { id name } members { id email } } }';
    return (await this.office.get<{ organisation: { invitations: (Node & { name: string })[]; members: (Node & { email: string })[] } }, object>(text, { uuid })).organisation;
  }

  async addRole(): Promise<string> {
    // Another organisation each time, to which none of the visitors belongs: a role can be given to one only once, and must change nobody's rights.
    const { organisationId } = (await this.addOrganisation()) as { organisationId: string };
    const input = { processId: this.edition.process.id, organisationId, role: 'EDITOR', sectionIds: [] };
    return (await this.mutate<{ role: Node }>('assignProcessRole', input, 'role { id }')).role.id;
  }

  /** A body of the process, to be changed or removed. */
  async addBody(): Promise<string> {
    return (await this.mutate<{ body: Node }>('addBody', { processId: this.edition.process.id, kind: 'network', name: 'Netz' }, 'body { id }')).body.id;
  }

  /** A phase of the process, to be changed or removed. */
  async addPhase(): Promise<string> {
    const input = { processId: this.edition.process.id, title: 'Phase', kind: 'workshop', opensAt: '2029-04-01T18:00', closesAt: '2029-04-01T20:00' };
    return (await this.mutate<{ phase: Node }>('addPhase', input, 'phase { id }')).phase.id;
  }

  private shared: Promise<SharedGathering> | undefined;

  /** A workshop that goes on, with a guest, for what changes nothing in it. */
  gathering(): Promise<SharedGathering> {
    return (this.shared ??= this.openGathering());
  }

  /** A workshop that goes on. @returns its id */
  async addGathering(): Promise<string> {
    return (await this.startGathering()).id;
  }

  /** A card that somebody has hung on the wall of the shared workshop. @returns its id */
  async addCard(writer: GraphqlVisitor): Promise<string> {
    const { tableUuid } = await this.gathering();
    const input = { tableUuid, kind: 'PROPOSAL', text: 'Mehr Licht', language: 'de', idempotencyKey: randomUUID() };
    const answer = await writer.get<{ submitCard: { card: Node } }, object>('mutation ($input: SubmitCardInput!) { submitCard(input: $input) { card { id } errors { code } } }', { input });
    return answer.submitCard.card.id;
  }

  private other: Promise<string> | undefined;

  /** Another workshop that goes on. @returns its raw id */
  otherGathering(): Promise<string> {
    return (this.other ??= this.startGathering().then(({ uuid }) => uuid));
  }

  private startGathering(): Promise<Addressed & { readonly tables: readonly { readonly uuid: string }[] }> {
    const at = (hours: number): string => new Date(Date.now() + hours * 3_600_000).toLocaleString('sv-SE', { timeZone: 'Europe/Berlin' }).replace(' ', 'T').slice(0, 16);
    const input = { processId: this.edition.process.id, kind: 'WORKSHOP', title: 'Werkstatt', startsAt: at(-1), endsAt: at(5), tables: [{ title: 'Tisch', sectionId: this.section.id }], welcomesGuests: true, releasesCards: false };
    return this.mutate<{ gathering: Addressed & { tables: { uuid: string }[] } }>('addGathering', input, 'gathering { id uuid tables { uuid } }').then(({ gathering }) => gathering);
  }

  /** A workshop with somebody who runs it. */
  async addModerator(): Promise<{ readonly gatheringId: string; readonly moderatorId: string }> {
    const gatheringId = await this.addGathering();
    const { gathering } = await this.mutate<{ gathering: { moderators: Node[] } }>('nameModerator', { gatheringId, personEmail: 'verein.leipzig@example.org' }, 'gathering { moderators { id } }');
    return { gatheringId, moderatorId: gathering.moderators[0]?.id ?? '' };
  }

  /** A workshop that goes on and has a code. @returns its id */
  async addOpenGathering(): Promise<string> {
    return (await this.openGathering()).id;
  }

  private async openGathering(): Promise<SharedGathering> {
    const { id, uuid, tables } = await this.startGathering();
    const { code } = await joinAsGuest(this.office, uuid);
    const { gathering } = await this.office.get<{ gathering: { guests: Node[] } }, object>('query ($uuid: String!) { gathering(uuid: $uuid) { guests { id } } }', { uuid });
    return { id, uuid, code, tableUuid: tables[0]?.uuid ?? '', guestId: gathering.guests[0]?.id ?? '' };
  }

  /** Runs a mutation as the office. @throws Error when it does not succeed */
  async mutate<Payload>(name: string, input: object, selection: string): Promise<Payload> {
    const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
    const data = await this.office.get<Record<string, Payload & { errors: readonly unknown[] }>>(`mutation ($input: ${type}!) { ${name}(input: $input) { errors { code path } ${selection} } }`, {
      input: { ...input, idempotencyKey: randomUUID() },
    });
    const payload = data[name];
    if (payload === undefined || payload.errors.length > 0) throw new Error(`${name}: ${JSON.stringify(payload?.errors)}`);
    return payload;
  }
}

const globalId = /^[A-Za-z]+$/;

/** The same input with ids of things that do not exist: raw ids and opaque ones, everything else as it was. */
export function withUnknownIds<Value>(value: Value): Value {
  if (typeof value === 'string') return unknownId(value) as Value;
  if (Array.isArray(value)) return value.map(withUnknownIds) as Value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, key === 'idempotencyKey' ? randomUUID() : withUnknownIds(inner)])) as Value;
}

function unknownId(text: string): string {
  const uuid = /[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g;
  if (uuid.test(text)) return text.replace(uuid, () => randomUUID());
  const [type = '', raw = ''] = Buffer.from(text, 'base64url').toString('utf8').split(/:(.*)/s);
  if (!globalId.test(type) || raw === '') return text;
  return Buffer.from(`${type}:${raw.replace(uuid, () => randomUUID())}`).toString('base64url');
}
