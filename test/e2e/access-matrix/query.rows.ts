import { randomUUID } from 'node:crypto';
import { until } from '@konzeptwerkstatt/test-support';
import { everybody, everybodySignedIn, nobodys, type Expectations, managers, ownerAlone, readers } from './expectation.js';
import type { MatrixRow, Scene } from './matrix-row.js';
import { uploadStatistics } from './upload-statistics.js';
import { uploadWordFile } from './upload-word-file.js';
import { uploadWorkbook } from './upload-workbook.js';

const row = (operation: string, expected: Expectations, selection: string, variables: MatrixRow['variables'] = () => ({})): MatrixRow => ({ operation, expected, selection, variables });
/** Nobody sees a page that is not published, not even whoever may change it. */
const nothingPublished: Expectations = { anonymous: 'null', contributor: 'null', reviewer: 'null', office: 'null', foreign: 'null', ended: 'null' };
/** What the office brought itself. */
const officeAlone: Expectations = { ...ownerAlone, contributor: 'null', office: 'data' };
/** What does not exist for anybody, but for those that a row names. */
const hidden: Expectations = { anonymous: 'NOT_FOUND', contributor: 'NOT_FOUND', reviewer: 'NOT_FOUND', office: 'NOT_FOUND', foreign: 'NOT_FOUND', ended: 'NOT_FOUND' };
const named = 'edges { node { id } } totalCount';

const node = (type: string, expected: Expectations, id: (scene: Scene) => string | Promise<string>): MatrixRow =>
  row(`Query.node(${type})`, expected, 'id', async (scene) => ({ id: await id(scene) }));

interface Edges {
  readonly edges: readonly { readonly node: { readonly id: string } }[];
}
const firstId = (connection: Edges): string => connection.edges[0]?.node.id ?? '';

const roots: readonly MatrixRow[] = [
  row('Query.viewer', { ...everybody, anonymous: 'null', ended: 'null' }, 'person { id email } actingOrganisation { id } work { proposedMeasures(first: 5) { totalCount } gaps(first: 5) { totalCount } activity(first: 5) { edges { node { id } } } }'),
  row('Query.editions', everybody, 'edges { node { id title sections(first: 5) { edges { node { id title } } } measures(first: 5) { edges { node { title } } } } } totalCount'),
  row('Query.edition', readers, 'id title goals(first: 5) { edges { node { title } } } measures(first: 5) { edges { node { title lead { name } partyAnswers { role reason organisation { name } } } } } activity(first: 5) { edges { node { id } } } authorship { shares { percent organisation { name } } }', ({ world }) => ({ uuid: world.edition.uuid })),
  row('Query.section', readers, 'id title readingHtml textVersion blocks(first: 5) { edges { node { blockId text content } } } documentId authorship { shares { key organisation { name } people { displayName } } passages { blockId from to shareKey } }', ({ world }) => ({ uuid: world.section.uuid })),
  row('Query.processes', everybodySignedIn, 'edges { node { id title bodies(first: 5) { edges { node { id } } } } } totalCount'),
  row('Query.process', readers, 'id title roles(first: 5) { edges { node { id } } } steps(first: 5) { edges { node { id } } }', ({ world }) => ({ uuid: world.edition.process.uuid })),
  row('Query.gathering', readers, 'id title guestCode guests { pseudonym } tables { id title } attendances { state } mayModerate', async ({ world }) => ({ uuid: (await world.gathering()).uuid })),
  row('Query.wall', readers, 'mayModerate cards { id text report guestId }', async ({ world }) => ({ gatheringUuid: (await world.gathering()).uuid })),
  { ...row('Query.guest', nobodys, 'id pseudonym'), guest: 'data' },
  row('Query.guestDoor', everybody, 'gathering { title tables { uuid } } errors { code }', async ({ world }) => ({ code: (await world.gathering()).code })),
  row('Query.processTemplates', { ...managers, foreign: 'data' }, 'key title bodies { key } phases { key }'),
  row('Query.processTemplate', { ...managers, foreign: 'data' }, 'key title decisionDay phases { key opensAt }', () => ({ key: 'leipzig', decisionDay: '2028-06-28' })),
  row('Query.processFile', { ...everybodySignedIn, contributor: 'null', reviewer: 'null', foreign: 'null' }, 'content', ({ world }) => ({ uuid: world.edition.process.uuid })),
  row('Query.organisations', everybodySignedIn, 'edges { node { id name } } totalCount'),
  row('Query.organisation', readers, 'id name mayAdminister', ({ world }) => ({ uuid: world.organisation.uuid })),
  row('Query.organisationImportPreview', { ...managers, foreign: 'data' }, 'line outcome problems { code }', () => ({ rows: [{ line: 2, name: 'Verein aus der Liste', kind: 'Verein' }] })),
  row('Query.invitation', everybody, 'state offer { organisation }', () => ({ token: 'gibt-es-nicht' })),
  row('Query.retentionRounds', { ...managers, foreign: 'data' }, 'id ranAt deleted { kind count }'),
  row('Query.mails', { ...managers, foreign: 'data' }, 'edges { node { id recipient } } totalCount'),
  row('Query.monitoring', everybodySignedIn, 'mayRecord missingStarters starters { key name } suppressionThreshold maySetThreshold'),
  row('Query.indicators', everybodySignedIn, 'edges { node { id name observations(first: 5) { edges { node { id } } } } } totalCount'),
  row('Query.indicator', readers, 'id name latestObservation { id value isSuppressed earlier { id } shareDisagreement { computed numerator denominator } } latestPart { id } numeratorIndicator { id } denominatorIndicator { id } assessment { judgement value } gaps { value higher } definitions { version } files { workbook } responsibleOrganisation { id } ownRegion { id } removal { problems { code } places { title } shares { id } }', ({ world }) => ({ uuid: world.indicator.uuid })),
  row('Query.indicatorComparison', readers, 'municipalityName isLimited others { municipalityName path countsDifferently values { value isSuppressed } }', ({ world }) => ({ uuid: world.indicator.uuid })),
  row('Query.compareVersion', readers, 'version { id name } addedCount blocks(first: 5) { edges { node { blockId change words { kind text } } } }', async ({ world }) => ({ uuid: (await world.addVersion()).uuid })),
  row('Query.search', everybody, 'edges { node { id uuid kind blockId title { text } excerpt { text } section { id title edition { title } } } } totalCount', ({ world }) => ({ text: world.edition.measures.edges[0]?.node.title ?? '' })),
  row('Query.documentExport', ownerAlone, 'id form state', async (scene) => ({ uuid: (await requestedExport(scene)).uuid })),
  row('Query.reportAssembly', officeAlone, 'uuid state progress problem edition { id title }', async (scene) => ({ uuid: await assembledReport(scene) })),
  row('Query.observationImport', officeAlone, 'id state regions { id } sheets { name } reading { form heads } plan { refusedCount values(first: 5) { edges { node { row state } } } }', async (scene) => ({ uuid: (await startedStatistics(scene)).uuid })),
  row('Query.recentObservationImports', everybody, 'edges { node { uuid state } }'),
  row('Query.measureListImport', ownerAlone, 'id state plan { readyCount rows(first: 5) { edges { node { line title } } } }', async (scene) => ({ uuid: (await startedList(scene)).uuid })),
  row('Query.measureTableImport', ownerAlone, 'id state', async (scene) => ({ uuid: (await startedImport(scene)).uuid })),
  row('Query.wordImport', officeAlone, 'id state', async (scene) => ({ uuid: (await startedWordImport(scene)).uuid })),
  row('Query.wordCorrections', officeAlone, 'uuid state', async (scene) => ({ uuid: (await startedWordCorrections(scene)).uuid })),
  row('Query.contribution', readers, 'id text state anchor { state } replies { text } mayWithdraw', async ({ world, contributor }) => ({ uuid: (await world.addContribution(contributor)).uuid })),
  row('Query.mentionables', readers, 'kind uuid name organisationName', ({ world }) => ({ editionUuid: world.edition.uuid, search: '' })),
  row('Query.contributions', everybodySignedIn, 'edges { node { id text } } totalCount'),
  row('Query.contributionCounts', everybodySignedIn, 'state kind count', ({ world }) => ({ editionId: world.edition.id })),
  row('Query.inquiry', { ...readers, contributor: 'null', reviewer: 'null' }, 'id title recipients { id state organisation { name } } questions { key }', async ({ world, contributor }) => ({ uuid: (await world.addInquiry(contributor)).inquiry.uuid })),
  row('Query.inquiryRequest', { ...hidden, contributor: 'data', office: 'data' }, 'id title organisationName lines { id answers { value } }', async ({ world, contributor }) => ({ uuid: (await world.addInquiry(contributor)).request.uuid })),
  row('Query.inquirySheet', { ...hidden, contributor: 'data', office: 'data' }, 'name content', async ({ world, contributor }) => ({ requestId: (await world.addInquiry(contributor)).request.id })),
  row('Query.inquirySheetPreview', { ...hidden, contributor: 'errors: SHEET_UNREADABLE', office: 'errors: SHEET_UNREADABLE' }, 'unknownRows errors { code }', async ({ world, contributor }) => ({ requestId: (await world.addInquiry(contributor)).request.id, content: 'bm8=' })),
  // Nothing is handed in yet.
  row('Query.inquiryReceipt', { ...hidden, contributor: 'null', office: 'null' }, 'name', async ({ world, contributor }) => ({ requestId: (await world.addInquiry(contributor)).request.id })),
  row('Query.linkedConcept', everybody, 'isLinkValid title fields { title shortVersion }', () => ({ token: 'unbekannt' })),
  row('Query.sentContributions', everybody, 'uuid text sender', () => ({ senderKey: 'A'.repeat(43) })),
  row('Query.inquiryDesk', { ...everybody, anonymous: 'null', ended: 'null' }, 'isLinkValid organisationName requests { id title }'),
  row('Query.reasonTexts', everybodySignedIn, 'id title text'),
  row('Query.sources', everybody, 'title licence'),
  row('Query.setupLink', everybody, 'state municipalityName', () => ({ purpose: 'MUNICIPALITY', token: 'falsch' })),
  row('Query.passwordResetLink', everybody, '', () => ({ token: 'falsch' })),
  row('Query.emailChangeLink', everybody, '', () => ({ token: 'falsch' })),
  row('Query.sendsMails', everybody, ''),
  row('Query.legalPublishers', everybody, 'uuid name'),
  row('Query.signInProviders', everybody, 'id label municipalityName'),
  row('Query.legalPage', nothingPublished, 'kind text', ({ world }) => ({ municipalityUuid: world.data.viewer.municipality.uuid, kind: 'IMPRINT' })),
];

/** A report that the office asked for. */
async function assembledReport({ world }: Scene): Promise<string> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, kind: 'COUNCIL_PAPER', title: 'Vorlage', year: 2026 };
  const data = await world.office.get<{ assembleReport: { assembly: { uuid: string } } }>('mutation ($input: AssembleReportInput!) { assembleReport(input: $input) { assembly { uuid } errors { code } } }', { input });
  return data.assembleReport.assembly.uuid;
}

/** A file that the contributor asked for. */
async function requestedExport({ world, contributor }: Scene): Promise<{ readonly id: string; readonly uuid: string }> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, form: 'CSV' };
  const data = await contributor.get<{ requestExport: { documentExport: { id: string; uuid: string } } }>('mutation ($input: RequestExportInput!) { requestExport(input: $input) { documentExport { id uuid } errors { code } } }', { input });
  return data.requestExport.documentExport;
}

/** A spreadsheet that the contributor brought back. */
export async function startedImport({ world, contributor }: Scene): Promise<{ readonly id: string; readonly uuid: string }> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, fileId: await uploadWorkbook(contributor) };
  const data = await contributor.get<{ startMeasureTableImport: { measureTableImport: { id: string; uuid: string } } }>('mutation ($input: StartMeasureTableImportInput!) { startMeasureTableImport(input: $input) { measureTableImport { id uuid } errors { code } } }', { input });
  return data.startMeasureTableImport.measureTableImport;
}

/** A Word document that the office brought. */
export async function startedWordImport({ world }: Scene): Promise<{ readonly id: string; readonly uuid: string }> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, fileId: await uploadWordFile(world.office) };
  const data = await world.office.get<{ startWordImport: { wordImport: { id: string; uuid: string } } }>('mutation ($input: StartWordImportInput!) { startWordImport(input: $input) { wordImport { id uuid } errors { code } } }', { input });
  return data.startWordImport.wordImport;
}

/** A Word document with corrections that the office brought. */
export async function startedWordCorrections({ world }: Scene): Promise<{ readonly uuid: string }> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, fileId: await uploadWordFile(world.office) };
  const data = await world.office.get<{ startWordCorrections: { wordCorrections: { uuid: string } } }>('mutation ($input: StartWordCorrectionsInput!) { startWordCorrections(input: $input) { wordCorrections { uuid } errors { code } } }', { input });
  return data.startWordCorrections.wordCorrections;
}

/** A measure list that the contributor brought, read. */
export async function startedList({ world, contributor }: Scene): Promise<{ readonly id: string; readonly uuid: string }> {
  const input = { idempotencyKey: randomUUID(), editionId: world.edition.id, fileId: await uploadWorkbook(contributor, 'concept.measure-list') };
  const data = await contributor.get<{ startMeasureListImport: { measureListImport: { id: string; uuid: string } } }>('mutation ($input: StartMeasureListImportInput!) { startMeasureListImport(input: $input) { measureListImport { id uuid } errors { code } } }', { input });
  const started = data.startMeasureListImport.measureListImport;
  await until(async () => (await contributor.get<{ measureListImport: { state: string } }>('query ($uuid: String!) { measureListImport(uuid: $uuid) { state } }', { uuid: started.uuid })).measureListImport.state === 'READY', 'the list is read');
  return started;
}

/** A statistics file that the office brought, read. */
export async function startedStatistics({ world }: Scene): Promise<{ readonly id: string; readonly uuid: string }> {
  const { office } = world;
  const input = { idempotencyKey: randomUUID(), fileId: await uploadStatistics(office) };
  const data = await office.get<{ startObservationImport: { observationImport: { id: string; uuid: string } } }>('mutation ($input: StartObservationImportInput!) { startObservationImport(input: $input) { observationImport { id uuid } errors { code } } }', { input });
  const started = data.startObservationImport.observationImport;
  await until(async () => (await office.get<{ observationImport: { state: string } }>('query ($uuid: String!) { observationImport(uuid: $uuid) { state } }', { uuid: started.uuid })).observationImport.state === 'READY', 'the file is read');
  return started;
}

const nodes: readonly MatrixRow[] = [
  node('Contribution', readers, async ({ world, contributor }) => (await world.addContribution(contributor)).id),
  node('DocumentExport', ownerAlone, async (scene) => (await requestedExport(scene)).id),
  node('Edition', readers, ({ world }) => world.edition.id),
  node('Goal', readers, ({ world }) => firstId(world.edition.goals)),
  node('Indicator', readers, ({ world }) => world.indicator.id),
  node('Measure', readers, ({ world }) => firstId(world.edition.measures)),
  node('MeasureListImport', ownerAlone, async (scene) => (await startedList(scene)).id),
  node('MeasureTableImport', ownerAlone, async (scene) => (await startedImport(scene)).id),
  node('Municipality', readers, ({ world }) => world.data.viewer.municipality.id),
  node('ObservationImport', officeAlone, async (scene) => (await startedStatistics(scene)).id),
  node('Observation', readers, ({ world }) => world.indicator.latestObservation?.id ?? ''),
  node('Organisation', readers, ({ world }) => world.organisation.id),
  node('PlanningProcess', readers, ({ world }) => world.edition.process.id),
  node('Section', readers, ({ world }) => world.section.id),
  node('WordImport', officeAlone, async (scene) => (await startedWordImport(scene)).id),
  node('SectionVersion', readers, async ({ world }) => (await world.addVersion()).id),
];

/** Every query of the schema, `node` once for each type. */
export const queryRows: readonly MatrixRow[] = [...roots.map((root) => ({ ...root, selection: root.selection ?? named })), ...nodes];
