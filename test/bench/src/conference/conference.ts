import { setTimeout as sleep } from 'node:timers/promises';
import { BenchVisitor } from '../bench-visitor.js';
import { awarenessMessage, plain } from '../collab/clients/dialect.js';
import { Crowd } from '../collab/clients/crowd.js';
import { Person } from '../collab/clients/person.js';
import { typeFor } from '../collab/clients/typing.js';
import { newClientIds } from '../collab/clients/client-ids.js';
import { operationTexts } from '../concept-page.operation.js';
import { OwnParagraph } from './own-paragraph.js';
import { RequestStream, type Question } from './request-stream.js';

/** Accounts of the demonstration, all of one municipality; the first may write everywhere. */
const accounts = ['amt.leipzig@example.org', 'verein.leipzig@example.org', 'wohlfahrt.leipzig@example.org', 'beirat.leipzig@example.org'];
const password = 'beispiel-2026';
const documents = 8;
const cursorEveryMs = 500;

/** How many people there are in all, and what they do. */
export const conference = { people: 200, typists: 40, lettersPerSecond: 160, requestsPerSecond: 15 } as const;

interface Section {
  readonly uuid: string;
  readonly documentId: string;
}

/** 200 people in the texts of one concept, some of whom write, and who look at pages meanwhile. */
export class Conference {
  private constructor(readonly crowds: readonly Crowd[], readonly requests: RequestStream, private readonly visitors: readonly BenchVisitor[]) {}

  /** Signs everybody in and waits until all have their text before them. */
  static async gather(port: number): Promise<Conference> {
    const visitors = accounts.map(() => new BenchVisitor(port));
    await Promise.all(visitors.map((visitor, index) => visitor.signIn(accounts[index] as string, password)));
    const [office] = visitors as [BenchVisitor];
    const { editionUuid, sections } = await fieldsOfAction(office);
    const crowds: Crowd[] = [];
    for (const { documentId } of sections) crowds.push(await gatherAt(port, documentId, visitors));
    // Each person has a connection of her own for her requests.
    const readers = Array.from({ length: conference.requestsPerSecond }, () => new BenchVisitor(port));
    await Promise.all(readers.map((reader, index) => reader.signIn(accounts[index % accounts.length] as string, password)));
    return new Conference(crowds, new RequestStream(readers, questions(editionUuid, sections)), [...visitors, ...readers]);
  }

  /** Everybody writes, moves her cursor and asks for pages. Resolves when everything that was written has arrived, or has had ten seconds to. */
  async meet(seconds: number): Promise<void> {
    let isOver = false;
    const cursors = this.moveCursors(() => isOver);
    await Promise.all([typeFor(this.crowds, { perSecond: conference.lettersPerSecond, seconds }), this.requests.run(conference.requestsPerSecond, seconds)]);
    isOver = true;
    await cursors;
    await Promise.all(this.crowds.map((crowd) => crowd.settled(10_000)));
  }

  /** Letters that did not arrive everywhere. */
  get missing(): number {
    return this.crowds.reduce((sum, { missing }) => sum + missing, 0);
  }

  /** Connections that the server has ended. */
  get ended(): number {
    return this.crowds.flatMap(({ members }) => members).filter(({ connection }) => connection.closeCode !== null).length;
  }

  get latencies(): readonly number[] {
    return this.crowds.flatMap(({ board }) => board.latencies);
  }

  restart(): void {
    for (const { board } of this.crowds) board.restart();
  }

  leave(): void {
    this.crowds.forEach((crowd) => crowd.leave());
    this.visitors.forEach((visitor) => visitor.leave());
  }

  private async moveCursors(isOver: () => boolean): Promise<void> {
    const hands = this.crowds.flatMap(({ members, typists }) => typists.map((_, index) => members[index] as Person));
    for (let clock = 2; !isOver(); clock++) {
      for (const { options, connection } of hands) {
        const position = { type: null, tname: 'body', item: { client: options.clientId, clock }, assoc: 0 };
        connection.send(awarenessMessage(options.dialect, options.clientId, clock, JSON.stringify({ cursor: { anchor: position, head: position } })));
      }
      await sleep(cursorEveryMs);
    }
  }
}

async function fieldsOfAction(visitor: BenchVisitor): Promise<{ readonly editionUuid: string; readonly sections: readonly Section[] }> {
  const query = '{ editions(first: 1) { edges { node { uuid sections(first: 100) { edges { node { uuid kind documentId mayWrite } } } } } } }';
  const { body } = await visitor.ask('/graphql', JSON.stringify({ query }));
  type Answer = { data: { editions: { edges: { node: { uuid: string; sections: { edges: { node: Section & { kind: string; mayWrite: boolean } }[] } } }[] } } };
  const edition = (JSON.parse(body) as Answer).data.editions.edges[0]?.node;
  const sections = edition?.sections.edges.map(({ node }) => node).filter(({ kind, mayWrite }) => kind === 'FIELD_OF_ACTION' && mayWrite).slice(0, documents) ?? [];
  if (edition === undefined || sections.length < documents) throw new Error(`The demonstration has only ${sections.length} texts to write in`);
  return { editionUuid: edition.uuid, sections };
}

async function gatherAt(port: number, documentId: string, visitors: readonly BenchVisitor[]): Promise<Crowd> {
  const dialect = plain(documentId);
  const text = await textOf(port, documentId, visitors[0] as BenchVisitor);
  const typists = conference.typists / documents;
  return Crowd.gather({
    people: conference.people / documents, typists, sampleEvery: 5, ports: [port], dialect,
    hand: (clientId) => new OwnParagraph(clientId, text),
    headersOf: (index) => (visitors[index < typists ? 0 : index % visitors.length] as BenchVisitor).socketHeaders,
  });
}

/** All of a text, as somebody gets it who opens it. */
async function textOf(port: number, documentId: string, { socketHeaders }: BenchVisitor): Promise<Uint8Array> {
  let text: Uint8Array | null = null;
  const reader = await Person.join({ port, dialect: plain(documentId), clientId: newClientIds(1), headers: socketHeaders, onUpdate: (_person, bytes, start, end) => (text ??= Uint8Array.from(bytes.subarray(start, end))) });
  await reader.inSync();
  reader.leave();
  if (text === null) throw new Error(`${documentId} has no text`);
  return text;
}

/** What the client asks when people open these pages. */
function questions(editionUuid: string, sections: readonly Section[]): readonly Question[] {
  const texts = operationTexts();
  const question = (operationName: string, variables: Question['variables']): Question => ({ operationName, query: texts.get(operationName) ?? '', variables });
  const ofSections = sections.map(({ uuid }) => question('SectionPage', { uuid, withReading: false }));
  const ofEdition = ['EditionOverview', 'MeasureTableHead', 'MeasureTable', 'EditionActivity'].map((name) => question(name, { uuid: editionUuid, signedIn: true }));
  return ofSections.flatMap((section) => [section, ...ofEdition, question('MyWork', {}), question('UnreadNotifications', {})]);
}
