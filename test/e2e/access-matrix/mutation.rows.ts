import { randomUUID } from 'node:crypto';
import { everybody, everybodySignedIn, managers, ownerOnly, signedInReaders, writers, type Expectation, type Expectations } from './expectation.js';
import type { MatrixRow, Scene } from './matrix-row.js';
import { startedImport, startedList, startedStatistics, startedWordCorrections, startedWordImport } from './query.rows.js';
import { uploadPicture } from './upload-picture.js';
import { uploadStatistics } from './upload-statistics.js';
import { uploadWordFile } from './upload-word-file.js';
import { uploadWorkbook } from './upload-workbook.js';
import { LINK_END, type World } from './world.js';

type Input = (scene: Scene) => object | Promise<object>;

const row = (name: string, expected: Expectations, input: Input, more: Partial<MatrixRow> = {}): MatrixRow => ({
  operation: `Mutation.${name}`, expected, variables: async (scene) => ({ input: await input(scene) }), ...more,
});

/** An edit of a measure made for the purpose. */
const measureRow = (name: string, values: (scene: Scene) => object): MatrixRow => row(name, writers, async (scene) => ({ measureId: await scene.world.addMeasure(), ...values(scene) }));
const goalRow = (name: string, values: (scene: Scene) => object): MatrixRow => row(name, writers, async (scene) => ({ goalId: await scene.world.addGoal(), ...values(scene) }));

/** Nobody without a right in the municipality records values; whoever may, does it in her own. */
const recorders: Expectations = { ...managers, foreign: 'NOT_FOUND' };
const ownMunicipality: Expectations = { ...managers, foreign: 'data' };

async function otherSession({ signInAgain }: Scene): Promise<string> {
  const { viewer } = await (await signInAgain()).get<{ viewer: { sessions: { edges: { node: { id: string; isCurrent: boolean } }[] } } }>('{ viewer { sessions(first: 50) { edges { node { id isCurrent } } } } }');
  return viewer.sessions.edges.find(({ node }) => node.isCurrent)?.node.id ?? '';
}

async function newToken({ contributor }: Scene): Promise<string> {
  const { issueApiToken } = await contributor.get<{ issueApiToken: { apiToken: { id: string } } }>(`mutation { issueApiToken(input: { name: "Matrix", expiresInDays: 1, idempotencyKey: "${randomUUID()}" }) { apiToken { id } } }`);
  return issueApiToken.apiToken.id;
}

async function actingOrganisation(visitor: Scene['contributor']): Promise<string> {
  return (await visitor.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }')).viewer.actingOrganisation.id;
}

/** The same expected failure for everybody, or for everybody who is signed in. */
const signedInTold = (code: string): Expectations => ({ ...everybodySignedIn, contributor: `errors: ${code}`, reviewer: `errors: ${code}`, office: `errors: ${code}`, foreign: `errors: ${code}` });
const allTold = (code: string): Expectations => ({ ...signedInTold(code), anonymous: `errors: ${code}`, ended: `errors: ${code}` });

const nobodyFinds: Expectations = { anonymous: 'NOT_FOUND', contributor: 'NOT_FOUND', reviewer: 'NOT_FOUND', office: 'NOT_FOUND', foreign: 'NOT_FOUND', ended: 'NOT_FOUND' };

const ownAccount: readonly MatrixRow[] = [
  row('signIn', { ...everybody, anonymous: 'errors: INVALID_CREDENTIALS', contributor: 'errors: INVALID_CREDENTIALS', reviewer: 'errors: INVALID_CREDENTIALS', office: 'errors: INVALID_CREDENTIALS', foreign: 'errors: INVALID_CREDENTIALS', ended: 'errors: INVALID_CREDENTIALS' },
    () => ({ email: `${randomUUID()}@example.org`, password: 'falsch-2026' })),
  row('signOut', everybodySignedIn, () => ({}), { endsSession: true }),
  row('endSession', ownerOnly('NOT_FOUND'), async (scene) => ({ sessionId: await otherSession(scene) })),
  row('actAs', ownerOnly('errors: UNKNOWN_ORGANISATION'), async ({ contributor }) => {
    const { viewer } = await contributor.get<{ viewer: { actingOrganisation: { id: string } } }>('{ viewer { actingOrganisation { id } } }');
    return { organisationId: viewer.actingOrganisation.id };
  }),
  row('changePassword', { ...everybodySignedIn, contributor: 'errors: INVALID_CREDENTIALS', reviewer: 'errors: INVALID_CREDENTIALS', office: 'errors: INVALID_CREDENTIALS', foreign: 'errors: INVALID_CREDENTIALS' },
    () => ({ currentPassword: 'falsch-2026', newPassword: 'ein ganz neues Passwort' })),
  row('requestPasswordReset', everybody, () => ({ email: `${randomUUID()}@example.org` })),
  row('resetPassword', allTold('LINK_UNKNOWN'), () => ({ token: randomUUID(), newPassword: 'ein ganz neues Passwort' })),
  row('requestEmailChange', signedInTold('INVALID_CREDENTIALS'), () => ({ email: `${randomUUID()}@example.org`, currentPassword: 'falsch-2026' })),
  row('confirmEmailChange', allTold('LINK_UNKNOWN'), () => ({ token: randomUUID() })),
  row('eraseAccount', signedInTold('INVALID_CREDENTIALS'), () => ({ currentPassword: 'falsch-2026' })),
  row('createAccount', allTold('LINK_UNKNOWN'), () => ({ token: randomUUID(), name: 'Gast', password: 'ein langes Passwort' })),
  row('acceptInvitation', signedInTold('LINK_UNKNOWN'), () => ({ token: randomUUID() })),
  row('startProviderSignIn', allTold('PROVIDER_UNKNOWN'), () => ({ providerId: Buffer.from(`SignInProvider:${randomUUID()}`).toString('base64url'), returnPath: '/' })),
  row('startIdentityLink', signedInTold('PROVIDER_UNKNOWN'), () => ({ providerId: Buffer.from(`SignInProvider:${randomUUID()}`).toString('base64url') })),
  // Nobody of the demonstration has one; whose it may be is asked in test/e2e/sign-in.
  row('unlinkExternalIdentity', { ...everybodySignedIn, contributor: 'NOT_FOUND', reviewer: 'NOT_FOUND', office: 'NOT_FOUND', foreign: 'NOT_FOUND' }, () => ({ identityId: Buffer.from(`ExternalIdentity:${randomUUID()}`).toString('base64url') })),
  row('issueApiToken', everybodySignedIn, () => ({ name: 'Matrix', expiresInDays: 1 })),
  row('revokeApiToken', ownerOnly('NOT_FOUND'), async (scene) => ({ apiTokenId: await newToken(scene) })),
];

/** Everybody changes her own municipality alone, so a stranger who administers hers may. */
const ownSettings: readonly MatrixRow[] = [row('setAuthorshipDetail', { ...managers, foreign: 'data' }, () => ({ shown: false }))];

/** Entries of organisations and the mails of a municipality are seen to by its administrators. */
const people: readonly MatrixRow[] = [
  row('addOrganisation', { ...managers, foreign: 'data' }, () => ({ details: { name: `Verein ${randomUUID()}`, kind: 'CIVIL_SOCIETY', language: 'de' } })),
  row('changeOrganisation', managers, async ({ world }) => world.addOrganisation()),
  row('importOrganisations', { ...managers, foreign: 'data' }, () => ({ rows: [{ line: 2, name: `Verein ${randomUUID()}`, kind: 'Verein' }] })),
  row('openMail', managers, async ({ world }) => ({ mailId: await world.addMail() })),
  row('noteReturnedMail', { ...managers, office: 'errors: MAIL_NOT_SENT' }, async ({ world }) => ({ mailId: await world.addMail() })),
  row('invitePerson', managers, ({ world }) => ({ organisationId: world.organisation.id, name: 'Gast', role: 'MEMBER', way: 'LETTER', language: 'de' })),
  row('withdrawInvitation', managers, async ({ world }) => ({ invitationId: await world.addInvitation() })),
  row('setMembershipRole', managers, async ({ world }) => ({ membershipId: await world.addMember(), role: 'ADMINISTRATOR' })),
  row('endMembership', managers, async ({ world }) => ({ membershipId: await world.addMember() })),
  row('appointAdministrator', managers, async ({ world }) => ({ membershipId: await world.addMember() })),
  row('dismissAdministrator', managers, async ({ world }) => ({ membershipId: await world.addMember() })),
  row('claimMembership', { ...everybodySignedIn, foreign: 'errors: UNKNOWN_ORGANISATION' }, async ({ world }) => ({ organisationId: ((await world.addOrganisation()) as { organisationId: string }).organisationId })),
  row('decideMembershipClaim', managers, async ({ world, contributor }) => ({ claimId: await world.addClaim(contributor), confirmed: true })),
];

/** Who has no link can set nothing up, whoever she is. */
const noLink: Expectations = { anonymous: 'errors: LINK_UNKNOWN', contributor: 'errors: LINK_UNKNOWN', reviewer: 'errors: LINK_UNKNOWN', office: 'errors: LINK_UNKNOWN', foreign: 'errors: LINK_UNKNOWN', ended: 'errors: LINK_UNKNOWN' };
/** Nobody of the demonstration runs the installation. */
const installers: Expectations = { ...managers, office: 'FORBIDDEN', foreign: 'FORBIDDEN' };

const settingUp: readonly MatrixRow[] = [
  row('setUpInstallation', noLink, () => ({ token: 'falsch', displayName: 'X', email: 'x@example.org', password: 'ein ganz neues Passwort', passwordConfirmation: 'ein ganz neues Passwort', municipalityName: 'X', ags: '01059999', kind: 'COUNTY', officeName: 'X' })),
  row('acceptMunicipality', noLink, () => ({ token: 'falsch', officeName: 'X' })),
  row('createMunicipality', installers, () => ({ name: 'X', ags: '01059999', kind: 'COUNTY' })),
  row('renewMunicipalityLink', installers, ({ world }) => ({ municipalityId: world.data.viewer.municipality.id })),
  row('removeExampleMunicipality', installers, ({ world }) => ({ municipalityId: world.data.viewer.municipality.id, confirmation: 'X' })),
  row('appointInstallationOperator', installers, () => ({ email: 'x@example.org' })),
  row('dismissInstallationOperator', installers, () => ({ operatorId: Buffer.from(`InstallationOperator:${randomUUID()}`).toString('base64url') })),
  row('retryParkedJob', installers, () => ({ parkedJobId: Buffer.from(`ParkedJob:${randomUUID()}`).toString('base64url') })),
  row('setMunicipalityLogo', ownMunicipality, () => ({ fileId: null })),
  row('setMunicipalityColour', ownMunicipality, () => ({ colour: null })),
  row('setMeasureStatusPublic', ownMunicipality, () => ({ isPublic: true })),
  row('setMeasureLicence', ownMunicipality, () => ({ licence: 'DL_DE_BY_2_0' })),
  row('setMunicipalityWording', ownMunicipality, () => ({ terms: [], instrumentLabels: [] })),
  row('planConcept', ownMunicipality, () => ({ kind: 'CONCEPT', title: 'X', fields: [] })),
  row('goToSetupStep', ownMunicipality, () => ({ step: 'LOOK' })),
  // Each visitor has a page of her own, which is not there before.
  row('setLegalPage', { ...ownMunicipality, office: 'errors: STALE_VALUE', foreign: 'errors: STALE_VALUE' }, () => ({ kind: 'IMPRINT', text: 'X', isPublished: false, expectedVersion: 7 })),
  row('setSignInProvider', { ...ownMunicipality, office: 'errors: ISSUER_INVALID', foreign: 'errors: ISSUER_INVALID' },
    () => ({ issuer: 'unsinn', clientId: 'X', clientSecret: 'X', label: 'X', requiredGroups: [], createsAccounts: false, isEnabled: true, rules: [] })),
  row('describeMunicipality', { ...ownMunicipality, office: 'errors: AGS_FORMAT', foreign: 'errors: AGS_FORMAT' }, () => ({ name: 'X', ags: '1', kind: 'COUNTY' })),
  row('beginConcept', { ...ownMunicipality, office: 'errors: CONCEPT_BEGUN', foreign: 'errors: CONCEPT_BEGUN' }, () => ({ instrumentKind: 'CONCEPT', title: 'X', year: 2026, fieldsOfAction: ['X'], isFirst: true })),
];

const sections: readonly MatrixRow[] = [
  row('recordCopiedText', writers, ({ world }) => ({ documentId: world.section.documentId, sourceDocumentId: world.section.documentId, blockIds: [randomUUID()], clientId: 1, fromClock: 0, toClock: 9 })),
  row('addSection', managers, ({ world }) => ({ editionId: world.edition.id, kind: 'CHAPTER', title: `Kapitel ${randomUUID()}` })),
  row('renameSection', managers, async ({ world }) => {
    const expected = `Vorher ${randomUUID()}`;
    return { sectionId: await world.addSection(expected), title: `Nachher ${randomUUID()}`, expected };
  }),
  row('moveSection', managers, async ({ world }) => ({ sectionId: await world.addSection(), afterSectionId: world.section.id })),
  row('removeSection', managers, async ({ world }) => ({ sectionId: await world.addSection() })),
];

const blocks: readonly MatrixRow[] = [
  row('addBlock', writers, ({ world }) => ({ sectionId: world.section.id, kind: 'PARAGRAPH', text: 'Aus der Zugriffsprüfung' })),
  row('setBlockText', writers, async ({ world }) => ({ ...(await world.addBlock('Vorher')).ref, text: 'Nachher', expected: 'Vorher' })),
  row('moveBlock', writers, async ({ world }) => ({ ...(await world.addBlock()).ref, besideBlockId: null })),
  row('removeBlock', writers, async ({ world }) => {
    const { ref, version } = await world.addBlock();
    return { ...ref, expectedVersion: version };
  }),
  row('restoreBlock', writers, ({ world }) => ({
    sectionId: world.section.id, content: JSON.stringify({ type: 'block', attrs: { id: randomUUID(), kind: 'paragraph', indent: 0 }, content: [{ type: 'text', text: 'Wieder da' }] }),
  })),
];

const versions: readonly MatrixRow[] = [
  row('keepVersion', writers, ({ world }) => ({ sectionId: world.section.id, name: 'Aus der Zugriffsprüfung' })),
  row('restoreVersion', writers, async ({ world }) => ({ versionId: (await world.addVersion()).id })),
];

/** Rows that name one of the contributor's own contributions, which everybody who takes part may read. */
const ofContribution = (name: string, expected: Expectations, more: object = {}): MatrixRow =>
  row(name, expected, async ({ world, contributor }) => ({ contributionId: (await world.addContribution(contributor)).id, ...more }));
const said = { kind: 'QUESTION', text: 'Wann beginnt es?', language: 'de' };

const contributions: readonly MatrixRow[] = [
  row('submitContribution', signedInReaders, ({ world }) => ({ editionId: world.edition.id, sectionId: world.section.id, ...said, isForOrganisation: true })),
  row('enterContribution', managers, ({ world }) => ({ editionId: world.edition.id, ...said, way: 'LETTER', sender: 'Leserin' })),
  ofContribution('withdrawContribution', { ...signedInReaders, reviewer: 'FORBIDDEN', office: 'FORBIDDEN' }),
  // Nobody of the demonstration administers an organisation that makes contributions.
  ofContribution('releaseContribution', { ...managers, office: 'FORBIDDEN' }),
  ofContribution('refuseContribution', { ...managers, office: 'FORBIDDEN' }, { reason: 'Gehört nicht hierher.' }),
  ofContribution('replyToContribution', signedInReaders, { text: 'Dazu noch etwas.', language: 'de' }),
  ofContribution('splitContribution', managers, { parts: ['Eins', 'Zwei'] }),
  row('bundleContributions', managers, async ({ world, contributor }) => ({ contributionIds: [(await world.addContribution(contributor)).id, (await world.addContribution(contributor)).id], title: 'Beginn' })),
  ofContribution('unbundleContribution', managers),
  row('assignContributions', managers, async ({ world, contributor }) => ({ contributionIds: [(await world.addContribution(contributor)).id], organisationId: world.organisation.id })),
  ofContribution('draftResponse', managers, { verdict: 'NOTED', reasons: 'Danke.', expectedRevision: 0 }),
  row('publishResponses', { ...managers, office: 'errors: NO_DRAFT' }, async ({ world, contributor }) => ({ responses: [{ contributionId: (await world.addContribution(contributor)).id, expectedRevision: 0 }] })),
  row('proposeResponses', { ...managers, office: 'errors: CONSENT_OFF' }, async ({ world, contributor }) => ({ responses: [{ contributionId: (await world.addContribution(contributor)).id, expectedRevision: 0 }] })),
  ofContribution('reactToProposal', { ...signedInReaders, contributor: 'errors: NOT_PROPOSED', reviewer: 'FORBIDDEN', office: 'FORBIDDEN' }, { isAccepted: true, expectedRevision: 1, expectedReaction: 0 }),
  ofContribution('publishDespiteObjection', { ...managers, office: 'errors: NO_DRAFT' }, { expectedRevision: 1, reason: 'Wir bleiben dabei.' }),
  row('askForAdvice', managers, async ({ world, contributor }) => ({ contributionId: (await world.addContribution(contributor)).id, organisationId: await actingOrganisation(contributor), question: 'Was meinen Sie?', language: 'de' })),
  row('withdrawAdviceRequest', managers, async ({ world, contributor }) => ({ adviceId: await world.addAdviceRequest(contributor) })),
  row('giveAdvice', { ...signedInReaders, reviewer: 'FORBIDDEN', office: 'FORBIDDEN' }, async ({ world, contributor }) => ({ adviceId: await world.addAdviceRequest(contributor), advice: 'Das geht.', language: 'de', expectedRevision: 0 })),
  row('setResponseConsent', managers, ({ world }) => ({ processId: world.edition.process.id, days: null })),
  row('linkOutcome', managers, async ({ world, contributor }) => ({ contributionId: (await world.addContribution(contributor)).id, measureId: await world.addMeasure() })),
  row('takeOverWords', { ...writers, contributor: 'errors: WORDS_GONE', office: 'errors: WORDS_GONE' }, ({ world }) => ({ sectionId: world.section.id, words: randomUUID(), replacement: '', origin: { kind: 'participation.contribution', uuid: randomUUID() } })),
  row('saveReasonText', { ...managers, foreign: 'data' }, () => ({ title: 'Zuständigkeit', text: 'Dafür ist das Land zuständig.' })),
  row('removeReasonText', managers, async ({ world }) => ({ reasonTextId: await world.addReasonText() })),
  row('saveAssessment', signedInReaders, ({ world }) => ({ editionId: world.edition.id, ratings: [{ criterion: 'STRATEGY', rating: 3 }] })),
  row('handInAssessment', signedInReaders, ({ world }) => ({ editionId: world.edition.id, ratings: [{ criterion: 'STRATEGY', rating: 3 }] })),
  row('saveShortVersion', managers, ({ world }) => ({ sectionId: world.section.id, text: 'Kurz gesagt.', textFingerprint: 'a', expectedRevision: 0 })),
  row('createContributionLink', managers, ({ world }) => ({ editionId: world.edition.id, title: 'Für alle', sectionIds: [world.section.id], endsOn: LINK_END })),
  row('endContributionLink', managers, async ({ world }) => ({ linkId: await world.addLink() })),
  // Who holds a link or a key may; nobody of the matrix does.
  row('answerByLink', allTold('LINK_UNKNOWN'), ({ world }) => ({ token: randomUUID(), senderKey: 'A'.repeat(43), sectionUuid: world.section.uuid, kind: 'QUESTION', text: 'Wann?', language: 'de' })),
  row('withdrawSentContribution', nobodyFinds, () => ({ senderKey: 'A'.repeat(43), contributionUuid: randomUUID() })),
  row('forgetSenderName', nobodyFinds, () => ({ senderKey: 'A'.repeat(43), contributionUuid: randomUUID() })),
  row('setContributionRelease', managers, ({ world }) => ({ organisationId: world.organisation.id, isRequired: false })),
];

const goals: readonly MatrixRow[] = [
  row('addGoal', writers, ({ world }) => ({ sectionId: world.section.id, title: 'Ziel' })),
  row('setGoalTitle', writers, async ({ world }) => ({ goalId: await world.addGoal('Vorher'), title: 'Nachher', expected: 'Vorher' })),
  goalRow('setGoalKind', () => ({ kind: 'SUB', expected: 'GUIDING' })),
  goalRow('linkGoalIndicator', ({ world }) => ({ indicatorId: world.indicator.id })),
  goalRow('unlinkGoalIndicator', ({ world }) => ({ indicatorId: world.indicator.id })),
  goalRow('removeGoal', () => ({})),
];

const measures: readonly MatrixRow[] = [
  row('addMeasure', writers, ({ world }) => ({ sectionId: world.section.id, title: 'Maßnahme' })),
  row('setMeasureTitle', writers, async ({ world }) => ({ measureId: await world.addMeasure('Vorher'), title: 'Nachher', expected: 'Vorher' })),
  measureRow('removeMeasure', () => ({})),
  measureRow('setMeasureType', () => ({ type: 'PILOT', expected: null })),
  measureRow('setMeasureStatus', () => ({ status: 'RUNNING', expected: null })),
  measureRow('setMeasureDecisionState', () => ({ decisionState: 'PROPOSED', expected: 'DRAFT' })),
  measureRow('setMeasureLead', ({ world }) => ({ organisationId: world.organisation.id, expectedOrganisationId: null })),
  measureRow('addMeasurePartner', ({ world }) => ({ organisationId: world.organisation.id })),
  measureRow('removeMeasurePartner', ({ world }) => ({ organisationId: world.organisation.id })),
  measureRow('addMeasureTargetGroup', () => ({ targetGroup: 'WOMEN' })),
  measureRow('removeMeasureTargetGroup', () => ({ targetGroup: 'WOMEN' })),
  measureRow('setMeasurePeriod', () => ({ period: '2026-Q1/2027-Q4', expected: null })),
  measureRow('setMeasureResources', () => ({ resources: 'Räume', expected: null })),
  measureRow('setMeasureBudgetAmount', () => ({ amount: '1250.50', expected: null })),
  measureRow('setMeasureFundingSource', () => ({ fundingSource: 'Haushalt', expected: null })),
  measureRow('setMeasureStaffPositions', () => ({ staffPositions: '0.5', expected: null })),
  measureRow('setMeasurePriority', () => ({ priority: 'HIGH', expected: null })),
  measureRow('setMeasureFundingState', () => ({ fundingState: 'SUBJECT_TO_BUDGET', expected: null })),
  measureRow('setMeasureContact', () => ({ contact: 'Sekretariat', expected: null })),
  measureRow('setMeasureFundingUntil', () => ({ fundingUntil: '2027-12-31', expected: null })),
  measureRow('setMeasureDistrict', () => ({ district: 'Mitte', expected: null })),
  measureRow('linkMeasureIndicator', ({ world }) => ({ indicatorId: world.indicator.id })),
  measureRow('unlinkMeasureIndicator', ({ world }) => ({ indicatorId: world.indicator.id })),
  row('linkMeasureGoal', writers, async ({ world }) => {
    const { id } = world.section;
    return { measureId: await world.addMeasure('Maßnahme', id), goalId: await world.addGoal('Ziel', id) };
  }),
  row('unlinkMeasureGoal', writers, async ({ world }) => {
    const { id } = world.section;
    return { measureId: await world.addMeasure('Maßnahme', id), goalId: await world.addGoal('Ziel', id) };
  }),
];

/** Nothing that adopts: the others go on writing in this edition. */
const resolutions: readonly MatrixRow[] = [
  row('recordResolution', managers, ({ world }) => ({ editionId: world.edition.id, bodyName: 'Stadtrat', decidedOn: '2026-03-14', result: 'POSTPONED', adopts: false })),
  row('attachResolutionPaper', { ...managers, office: 'errors: FILE_GONE' }, async ({ world }) => {
    const facts = { editionId: world.edition.id, bodyName: 'Stadtrat', decidedOn: '2026-03-14', result: 'POSTPONED', adopts: false };
    const { resolution } = await world.mutate<{ resolution: { id: string } }>('recordResolution', facts, 'resolution { id }');
    return { resolutionId: resolution.id, fileId: randomUUID() };
  }),
  row('publishEdition', { ...managers, office: 'errors: NOT_ADOPTED' }, ({ world }) => ({ editionId: world.edition.id })),
  row('beginNextEdition', { ...managers, office: 'errors: NOT_ADOPTED' }, ({ world }) => ({ editionId: world.edition.id, title: 'Fortschreibung', year: 2030 })),
  row('withdrawEdition', managers, ({ world }) => ({ editionId: world.edition.id })),
];

const meeting = { kind: 'WORKSHOP', title: 'Werkstatt', startsAt: '2029-03-01T18:00', endsAt: '2029-03-01T20:00' };
const onACard = { kind: 'PROPOSAL', text: 'Mehr Bänke', language: 'de' };
const onGathering = (name: string, expected: Expectations, more: (world: World) => object = () => ({})): MatrixRow =>
  row(name, expected, async ({ world }) => ({ gatheringId: await world.addGathering(), ...more(world) }));
const onCard = (name: string, expected: Expectations, more: (tableUuid: string) => object = () => ({})): MatrixRow =>
  row(name, expected, async ({ world, contributor }) => ({ cardId: await world.addCard(contributor), ...more((await world.gathering()).tableUuid) }));
/** Everybody with an account takes part with it. */
const withoutAccount = (other: Expectation): Expectations => ({ anonymous: other, ended: other, contributor: 'errors: SIGNED_IN_ALREADY', reviewer: 'errors: SIGNED_IN_ALREADY', office: 'errors: SIGNED_IN_ALREADY', foreign: 'errors: SIGNED_IN_ALREADY' });
const onlyGuests: Expectations = { anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED', contributor: 'UNAUTHENTICATED', reviewer: 'UNAUTHENTICATED', office: 'UNAUTHENTICATED', foreign: 'UNAUTHENTICATED' };

/** Gatherings, their guests and cards. A guest asks as one of another gathering. */
const gatherings: readonly MatrixRow[] = [
  row('addGathering', managers, ({ world }) => ({ processId: world.edition.process.id, ...meeting })),
  onGathering('changeGathering', managers, () => ({ expectedRevision: 1, ...meeting })),
  onGathering('removeGathering', managers),
  onGathering('endGathering', managers),
  onGathering('recordAttendance', managers, (world) => ({ organisationId: world.organisation.id, state: 'REGISTERED', people: 3 })),
  onGathering('removeAttendance', managers, (world) => ({ organisationId: world.organisation.id })),
  onGathering('recordGatheringResults', managers, () => ({ expectedRevision: 1, minutes: 'Gut besucht.', results: '' })),
  row('joinGathering', withoutAccount('data'), async ({ world }) => ({ code: (await world.gathering()).code, language: 'de' })),
  row('returnToGathering', withoutAccount('errors: RECOVERY_PHRASE_UNKNOWN'), async ({ world }) => ({ code: (await world.gathering()).code, phrase: 'das sind nicht die Worte' })),
  { ...row('leaveGathering', onlyGuests, () => ({})), guest: 'data' },
  row('changeGuestCode', managers, async ({ world }) => ({ gatheringId: await world.addOpenGathering() })),
  onGathering('nameModerator', { ...managers, office: 'errors: UNKNOWN_PERSON' }, () => ({ personEmail: 'niemand@example.org' })),
  row('withdrawModerator', managers, async ({ world }) => world.addModerator()),
  row('blockGuest', managers, async ({ world }) => ({ guestId: (await world.gathering()).guestId, reason: 'Stört' })),
  row('unblockGuest', managers, async ({ world }) => ({ guestId: (await world.gathering()).guestId })),
  row('confirmGuestOrganisation', managers, async ({ world }) => ({ guestId: (await world.gathering()).guestId, organisationId: world.organisation.id })),
  { ...row('submitCard', signedInReaders, async ({ world }) => ({ tableUuid: (await world.gathering()).tableUuid, ...onACard })), guest: 'NOT_FOUND' },
  row('enterCard', managers, async ({ world }) => ({ tableUuid: (await world.gathering()).tableUuid, ...onACard, way: 'PAPER' })),
  { ...onCard('withdrawCard', { ...signedInReaders, reviewer: 'FORBIDDEN', office: 'FORBIDDEN' }), guest: 'NOT_FOUND' },
  { ...row('reportCard', signedInReaders, async ({ world, contributor }) => ({ cardId: await world.addCard(contributor), reason: 'Ein Name steht darin' })), guest: 'NOT_FOUND' },
  row('releaseCards', managers, async ({ world, contributor }) => ({ cardIds: [await world.addCard(contributor)] })),
  row('bundleCards', managers, async ({ world, contributor }) => ({ cardIds: [await world.addCard(contributor), await world.addCard(contributor)], title: 'Licht' })),
  onCard('unbundleCard', managers),
  onCard('hideCard', managers, () => ({ reason: 'Doppelt' })),
  onCard('moveCard', managers, (tableUuid) => ({ tableUuid })),
  onGathering('clearWall', managers),
  onGathering('restoreWall', managers),
];

const processes: readonly MatrixRow[] = [
  row('assignProcessRole', managers, ({ world }) => ({ processId: world.edition.process.id, organisationId: world.organisation.id, role: 'READER', sectionIds: [] })),
  row('withdrawProcessRole', managers, async ({ world }) => ({ roleId: await world.addRole() })),
  row('setMailLanguage', everybodySignedIn, () => ({ language: 'de' })),
  row('setNotificationChoice', everybodySignedIn, () => ({ category: 'DEADLINES', mail: 'DAILY' })),
  row('markNotificationsRead', everybodySignedIn, () => ({})),
  row('createCalendarFeed', signedInReaders, ({ world }) => ({ processId: world.edition.process.id })),
  row('withdrawCalendarFeed', signedInReaders, ({ world }) => ({ processId: world.edition.process.id })),
  row('addBody', managers, ({ world }) => ({ processId: world.edition.process.id, kind: 'working_group', name: 'Arbeitsgruppe', organisationIds: [world.organisation.id] })),
  row('changeBody', managers, async ({ world }) => ({ bodyId: await world.addBody(), expectedRevision: 1, kind: 'committee', name: 'Ausschuss' })),
  row('removeBody', managers, async ({ world }) => ({ bodyId: await world.addBody() })),
  row('addPhase', managers, ({ world }) => ({ processId: world.edition.process.id, title: 'Werkstatt', kind: 'workshop', opensAt: '2029-03-01T18:00', closesAt: '2029-03-01T20:00' })),
  row('changePhase', managers, async ({ world }) => ({ phaseId: await world.addPhase(), expectedRevision: 1, title: 'Andere Werkstatt', kind: 'workshop', opensAt: '2029-03-02T18:00', closesAt: '2029-03-02T20:00' })),
  row('removePhase', managers, async ({ world }) => ({ phaseId: await world.addPhase() })),
  row('startProcess', ownMunicipality, () => ({ templateKey: 'belm', title: 'Werkstatt 2028', decisionDay: '2028-06-28' })),
  row('saveProcessAsTemplate', managers, ({ world }) => ({ processId: world.edition.process.id, title: 'Unser Weg' })),
  row('importProcessTemplate', { ...ownMunicipality, office: 'errors: FILE_UNREADABLE', foreign: 'errors: FILE_UNREADABLE' }, () => ({ content: '{}' })),
  row('removeProcessTemplate', { ...ownMunicipality, office: 'errors: TEMPLATE_UNKNOWN', foreign: 'errors: TEMPLATE_UNKNOWN' }, () => ({ templateKey: randomUUID() })),
  row('addDatedStep', managers, ({ world }) => ({ processId: world.edition.process.id, kind: 'participation', title: 'Werkstatt', date: '2027-03-01' })),
];

const indicators: readonly MatrixRow[] = [
  row('addIndicator', ownMunicipality, () => ({
    key: `matrix_${randomUUID().replaceAll('-', '_')}`, name: `Matrix ${randomUUID()}`, unit: 'count', unitLabel: 'Personen', decimals: 0, direction: 'UP', definition: 'Für die Zugriffsprüfung',
  })),
  row('editIndicator', recorders, ({ world }) => world.addIndicator()),
  row('removeIndicator', recorders, async ({ world }) => ({ indicatorId: (await world.addIndicator()).indicatorId })),
  row('addStarterIndicators', ownMunicipality, () => ({})),
  row('releaseIndicator', { ...recorders, office: 'errors: LICENCE_NOT_OPEN' }, ({ world }) => ({ indicatorId: world.indicator.id })),
  row('withdrawIndicator', recorders, ({ world }) => ({ indicatorId: world.indicator.id })),
  row('setSuppressionThreshold', ownMunicipality, () => ({ threshold: 5 })),
  row('recordObservation', recorders, ({ world }) => ({ indicatorId: world.indicator.id, period: String(1950 + (observed += 1)), value: '7', status: 'PROVISIONAL' })),
];
let observed = 0;

/** It is not read yet; for everybody but the office it does not exist. */
const wordOwner: Expectations = { ...ownerOnly('NOT_FOUND'), contributor: 'NOT_FOUND', office: 'errors: IMPORT_NOT_READY' };
/** A statistics file is there for the office that brought it and for nobody else. */
const statisticsOwner = (office: Expectation): Expectations => ({ ...ownerOnly('NOT_FOUND'), contributor: 'NOT_FOUND', office });
/** A list is there for the contributor who brought it and for nobody else. */
const ownList: Expectations = { ...signedInReaders, reviewer: 'NOT_FOUND', office: 'NOT_FOUND' };

const files: readonly MatrixRow[] = [
  // The file is the contributor's: for the others who may read there is none of that id.
  row('startMeasureTableImport', { ...signedInReaders, office: 'errors: FILE_GONE', reviewer: 'errors: FILE_GONE' }, async ({ world, contributor }) => ({ editionId: world.edition.id, fileId: await uploadWorkbook(contributor) })),
  row('addPicture', { ...writers, office: 'errors: FILE_GONE' }, async ({ world, contributor }) => ({ sectionId: world.section.id, fileId: await uploadPicture(contributor) })),
  row('applyMeasureTableImport', { ...signedInReaders, contributor: 'errors: IMPORT_NOT_READY', reviewer: 'NOT_FOUND', office: 'NOT_FOUND' }, async (scene) => ({ importId: (await startedImport(scene)).id })),
  row('startWordImport', managers, async ({ world }) => ({ editionId: world.edition.id, fileId: await uploadWordFile(world.office) })),
  row('applyWordImport', wordOwner, async (scene) => ({ importId: (await startedWordImport(scene)).id, level: 1, sections: [{ index: 0, title: 'Lage', kind: 'CHAPTER' }] })),
  row('undoWordImport', wordOwner, async (scene) => ({ importId: (await startedWordImport(scene)).id })),
  row('startWordCorrections', managers, async ({ world }) => ({ editionId: world.edition.id, fileId: await uploadWordFile(world.office) })),
  row('applyWordCorrections', wordOwner, async (scene) => ({ correctionsUuid: (await startedWordCorrections(scene)).uuid, sectionId: scene.world.section.id, accepted: [{ key: 'x', expected: '' }] })),
  row('startMeasureListImport', { ...signedInReaders, office: 'errors: FILE_GONE', reviewer: 'errors: FILE_GONE' }, async ({ world, contributor }) => ({ editionId: world.edition.id, fileId: await uploadWorkbook(contributor, 'concept.measure-list') })),
  row('setMeasureListReading', { ...ownList, contributor: 'data' }, async (scene) => ({ importId: (await startedList(scene)).id, sheet: 0, headerRow: 0, headerRows: 1, targets: [], organisations: [], withDuplicates: false })),
  row('applyMeasureListImport', { ...ownList, contributor: 'errors: NOTHING_TO_APPLY' }, async (scene) => ({ importId: (await startedList(scene)).id })),
  row('undoMeasureListImport', { ...ownList, contributor: 'errors: IMPORT_NOT_READY' }, async (scene) => ({ importId: (await startedList(scene)).id })),
  row('assembleReport', { anonymous: 'UNAUTHENTICATED', contributor: 'FORBIDDEN', reviewer: 'FORBIDDEN', office: 'data', foreign: 'NOT_FOUND', ended: 'UNAUTHENTICATED' }, ({ world }) => ({ editionId: world.edition.id, kind: 'COUNCIL_PAPER', title: 'Vorlage', year: 2026 })),
  row('startObservationImport', { ...ownMunicipality, foreign: 'errors: FILE_GONE' }, async ({ world }) => ({ fileId: await uploadStatistics(world.office) })),
  row('setObservationImportReading', statisticsOwner('data'), async (scene) => ({ importId: (await startedStatistics(scene)).id, sheet: 0, headRow: 0, headRows: 1, decimalSign: 'COMMA', indicators: [], defaults: {} })),
  row('applyObservationImport', statisticsOwner('errors: VALUES_REFUSED'), async (scene) => ({ importId: (await startedStatistics(scene)).id, expectedNew: 0, expectedChanged: 0 })),
  row('undoObservationImport', statisticsOwner('errors: IMPORT_NOT_READY'), async (scene) => ({ importId: (await startedStatistics(scene)).id })),
  row('requestExport', signedInReaders, ({ world }) => ({ editionId: world.edition.id, form: 'CSV' })),
];

/** Every mutation of the schema. */
/** Rows about what the contributor's organisation is asked. */
const ofRequest = (name: string, expected: Expectations, more: object = {}): MatrixRow =>
  row(name, expected, async ({ world, contributor }) => ({ requestId: (await world.addInquiry(contributor)).request.id, ...more }));
/** Members of the organisation, and the office on their behalf; without session or link there is nothing. */
const answering: Expectations = { anonymous: 'NOT_FOUND', contributor: 'data', reviewer: 'NOT_FOUND', office: 'data', foreign: 'NOT_FOUND', ended: 'NOT_FOUND' };
const allAnswering = (code: string): Expectations => ({ ...answering, contributor: `errors: ${code}`, office: `errors: ${code}` });

const inquiries: readonly MatrixRow[] = [
  row('createInquiry', managers, ({ world }) => ({ editionId: world.edition.id, kind: 'COSIGNATURE', title: 'Mitzeichnung', introduction: '', closesOn: '2099-06-30', remindDays: 7, organisationIds: [world.organisation.id] })),
  row('remindInquiryRecipients', managers, async ({ world, contributor }) => {
    const { inquiry, request } = await world.addInquiry(contributor);
    return { inquiryId: inquiry.id, requestIds: [request.id] };
  }),
  ofRequest('extendInquiryDeadline', managers, { closesOn: '2099-12-31' }),
  ofRequest('revokeInquiryLinks', managers),
  row('closeInquiry', managers, async ({ world, contributor }) => ({ inquiryId: (await world.addInquiry(contributor)).inquiry.id })),
  row('askFurtherParties', { ...managers, office: 'errors: NOTHING_TO_ASK' }, async ({ world, contributor }) => ({ inquiryId: (await world.addInquiry(contributor)).inquiry.id })),
  row('setInquiryRepeat', managers, async ({ world, contributor }) => ({ inquiryId: (await world.addInquiry(contributor)).inquiry.id, repeatMonths: null })),
  row('openInquiries', everybody, () => ({})),
  ofRequest('saveInquiryAnswers', answering, { answers: [] }),
  ofRequest('confirmInquiryLines', answering, { isUnchanged: true }),
  ofRequest('addInquiryLine', answering),
  row('removeInquiryLine', answering, async ({ world, contributor }) => {
    const { request, lineId } = await world.addInquiry(contributor);
    return { requestId: request.id, lineId };
  }),
  // The line that was added has no title.
  ofRequest('handInInquiry', allAnswering('ANSWER_REQUIRED, ANSWER_REQUIRED')),
  // Nobody of the demonstration administers an organisation that is asked.
  ofRequest('releaseInquiryAnswer', { ...answering, anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED', contributor: 'FORBIDDEN', office: 'FORBIDDEN' }, { number: 1 }),
  ofRequest('returnInquiryAnswer', { ...answering, anonymous: 'UNAUTHENTICATED', ended: 'UNAUTHENTICATED', contributor: 'FORBIDDEN', office: 'FORBIDDEN' }, { number: 1, reason: 'Zahlen fehlen' }),
  ofRequest('passOnInquiry', answering, { email: 'kollegin@example.org' }),
  ofRequest('askMoreTime', answering, { until: '2099-12-31', reason: 'Ferien' }),
];

export const mutationRows: readonly MatrixRow[] = [
  ...ownAccount, ...ownSettings, ...settingUp, ...people, ...sections, ...blocks, ...versions, ...contributions, ...inquiries, ...goals, ...measures, ...resolutions, ...gatherings, ...processes, ...indicators, ...files,
];
