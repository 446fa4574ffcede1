/**
 * Works with a concept from a script: signs in, lists the sections, writes a measure into the text, reads it back from the
 * table and watches what happens. Explained step by step in walkthrough.md.
 *
 *   node docs/walkthrough.mjs http://localhost:3000 verein.leipzig@example.org beispiel-2026
 *
 * The same from the environment: KONZEPTWERKSTATT_URL, KONZEPTWERKSTATT_MAIL and KONZEPTWERKSTATT_PASSWORD, or
 * KONZEPTWERKSTATT_TOKEN with an API token instead of mail and password.
 */
import { randomUUID } from 'node:crypto';
import { createClient } from 'graphql-ws';
import { readVarUint } from 'lib0/decoding';
import { WebSocket } from 'ws';
import { WebsocketProvider } from 'y-websocket';
import * as Y from 'yjs';

const [url = process.env.KONZEPTWERKSTATT_URL ?? 'http://localhost:3000', mail = process.env.KONZEPTWERKSTATT_MAIL, password = process.env.KONZEPTWERKSTATT_PASSWORD] = process.argv.slice(2);
const token = process.env.KONZEPTWERKSTATT_TOKEN;
const { origin } = new URL(url);
const socketOrigin = origin.replace(/^http/, 'ws');
if (!token && !(mail && password)) {
  console.error('Aufruf: node docs/walkthrough.mjs <Adresse> <E-Mail-Adresse> <Passwort>');
  process.exit(64);
}

/** What every request carries: the token, or the session's cookie once there is one. */
const headers = token ? { Authorization: `Bearer ${token}` } : {};
/** Sockets with a cookie must come from the application's own origin, as those of its pages do. */
const socketHeaders = () => (token ? headers : { ...headers, Origin: origin });

/** Runs a query or a mutation. */
async function graphql(query, variables = {}) {
  const response = await fetch(`${origin}/graphql`, { method: 'POST', headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify({ query, variables }) });
  const cookie = response.headers.getSetCookie().map((header) => header.split(';')[0]).join('; ');
  if (cookie) headers.Cookie = cookie;
  const { data, errors } = await response.json();
  if (errors) throw new Error(errors.map(({ message, extensions }) => `${extensions.code}: ${message}`).join('\n'));
  return data;
}

/** A WebSocket class whose sockets carry our headers; both clients below take one. */
const socketWithHeaders = (protocolDefault) => class extends WebSocket {
  constructor(address, protocol = protocolDefault) {
    super(address, protocol, { headers: socketHeaders() });
  }
};

/** Asks until there is an answer. */
async function waitFor(what, ask, patienceMs = 10_000) {
  for (const end = Date.now() + patienceMs; Date.now() < end; await new Promise((resolve) => setTimeout(resolve, 50))) {
    const answer = await ask();
    if (answer) return answer;
  }
  throw new Error(`Das hat zu lange gedauert: ${what}`);
}

// 1. Sign in
if (!token) {
  const { signIn } = await graphql('mutation ($email: String!, $password: String!) { signIn(input: { email: $email, password: $password }) { errors { message } } }', { email: mail, password });
  if (signIn.errors.length > 0) throw new Error(signIn.errors[0].message);
}
const { viewer } = await graphql('{ viewer { person { displayName } actingOrganisation { name } } }');
if (!viewer) throw new Error('Der Zugangsschlüssel gilt nicht.');
console.log(`Angemeldet: ${viewer.person.displayName}, ${viewer.actingOrganisation.name}`);

// 2. List the sections of the first edition that one may see
const { editions } = await graphql('{ editions(first: 1) { edges { node { id title sections(first: 100) { edges { node { title kind documentId mayWrite } } } } } } }');
const edition = editions.edges[0]?.node;
if (!edition) throw new Error('Es gibt kein Konzept, das Sie sehen dürfen.');
const sections = edition.sections.edges.map(({ node }) => node);
console.log(`Konzept: ${edition.title}`);
for (const { kind, title } of sections) console.log(`  ${kind === 'FIELD_OF_ACTION' ? 'Handlungsfeld' : 'Kapitel'}: ${title}`);

// 3. Watch what happens, before changing anything
const live = createClient({ url: `${socketOrigin}/graphql`, webSocketImpl: socketWithHeaders('graphql-transport-ws') });
const seen = [];
const isWatching = new Promise((resolve) => live.on('connected', resolve));
live.subscribe(
  { query: 'subscription ($id: ID!) { activityAdded(editionId: $id) { name measure { id title } organisation { name } } }', variables: { id: edition.id } },
  { next: ({ data }) => data && seen.push(data.activityAdded), error: (error) => console.error('Ereignisse:', error), complete: () => undefined },
);
await isWatching;

// 4. Open the text of a field of action
const section = sections.find(({ kind, mayWrite }) => kind === 'FIELD_OF_ACTION' && mayWrite);
if (!section) throw new Error('Sie dürfen in keinem Handlungsfeld schreiben.');
const doc = new Y.Doc();
const provider = new WebsocketProvider(`${socketOrigin}/collab`, section.documentId, doc, { WebSocketPolyfill: socketWithHeaders(), disableBc: true, params: { acks: '1' } });
provider.on('connection-close', (event) => event?.code >= 4400 && console.error(`Der Server hat den Text geschlossen: ${event.code}`));
/** The server tells with messages of type 121 how many of ours are on its disk; the first is our part of the greeting. */
let saved = 0;
provider.messageHandlers[121] = (_encoder, decoder) => (saved = readVarUint(decoder));
await waitFor('der Text', () => provider.synced && saved > 0);
const body = doc.getXmlFragment('body');
console.log(`Geöffnet: ${section.title}, ${body.length} Absätze, Ziele und Maßnahmen`);

// 5. Change it: a measure is a block with a title, its values stand beside it under `<block id>/<field>`
const blockId = randomUUID();
const title = `Lesecafé mit Sprachpaten ${blockId.slice(0, 4)} (Beispiel)`;
const savedBefore = saved;
doc.transact(() => {
  const heading = new Y.XmlElement('title');
  heading.insert(0, [new Y.XmlText(title)]);
  const paragraph = new Y.XmlElement('block');
  paragraph.setAttribute('id', randomUUID());
  paragraph.setAttribute('kind', 'paragraph');
  paragraph.insert(0, [new Y.XmlText('Einmal in der Woche lesen Freiwillige und Neuzugewanderte gemeinsam.')]);
  const measure = new Y.XmlElement('measure');
  measure.setAttribute('id', blockId);
  measure.insert(0, [heading, paragraph]);
  body.push([measure]);
  const fields = doc.getMap('fields');
  fields.set(`${blockId}/status`, 'planned');
  fields.set(`${blockId}/period`, '2027-Q1/2028');
});
await waitFor('das Speichern', () => saved > savedBefore);
console.log(`Geschrieben und gespeichert: ${title}`);

// 6. Read it back from the measure table
const query = 'query ($id: ID!, $search: String!) { node(id: $id) { ... on Edition { measures(first: 1, filter: { search: $search }) { edges { node { title status period section { title } } } } } } }';
const row = await waitFor('die Maßnahmentabelle', async () => (await graphql(query, { id: edition.id, search: title })).node.measures.edges[0]?.node);
console.log(`In der Tabelle: ${row.title} | ${row.status} | ${row.period} | ${row.section.title}`);

// 7. And it happened for everybody
const event = await waitFor('das Ereignis', () => seen.find(({ name, measure }) => name === 'concept.measure.added' && measure?.title === title));
console.log(`Ereignis: ${event.name} durch ${event.organisation.name}`);

// 8. Leave
provider.destroy();
doc.destroy();
await live.dispose();
