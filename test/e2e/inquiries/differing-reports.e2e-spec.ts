import { expect, it } from '@jest/globals';
import { until, useApplication } from '@konzeptwerkstatt/test-support';
import { AddMeasurePartnerDocument, SetMeasureLeadDocument } from '../../../libs/web/data/src/generated/graphql.js';
import { addMeasure, newDesk } from '../journeys/desk.js';
import { codes, InquiryTester, key } from './inquiry-desk.js';

const application = useApplication();
const tester = (): InquiryTester => new InquiryTester(application());

interface Differing {
  readonly status: string;
  readonly organisation: { readonly id: string };
}

it('what the lead reports is how far a measure is; a partner who says something else is named beside it', async () => {
  const [office, nobody, desk] = [await tester().office(), application().nobody(), await newDesk(application())];
  const [lead, partner, measure] = [await tester().organisation(), await tester().organisation(), await addMeasure(office, desk, 'Gemeinsam')];
  await office.get(SetMeasureLeadDocument, { input: { measureId: measure.id, organisationId: lead.id, expectedOrganisationId: null, idempotencyKey: key() } });
  await office.get(AddMeasurePartnerDocument, { input: { measureId: measure.id, organisationId: partner.id, idempotencyKey: key() } });
  const standing = async (): Promise<{ status: string | null; differing: Differing[] } | undefined> => {
    const text = 'query ($uuid: String!, $filter: StandingFilterInput) { edition(uuid: $uuid) { standing(filter: $filter) { differing measures { edges { node { status differing { status organisation { id } } } } } } } }';
    const { edition } = await office.get<{ edition: { standing: { measures: { edges: { node: { status: string | null; differing: Differing[] } }[] } } } }, object>(text, { uuid: desk.editionUuid, filter: { sectionIds: [desk.sectionId] } });
    return edition.standing.measures.edges[0]?.node;
  };
  await tester().ask([lead.id, partner.id], { kind: 'PROGRESS', measureIds: [measure.id] });
  const report = async ({ mailbox }: { mailbox: string }, status: string): Promise<void> => {
    const token = await tester().tokenFor(mailbox);
    const [request] = await tester().desk(token);
    if (!request) throw new Error('nothing is asked');
    await tester().save(nobody, request, { status }, token);
    expect(codes((await tester().handIn(nobody, request.id, token)).errors)).toEqual([]);
  };
  await report(lead, 'done');
  await until(async () => (await standing())?.status === 'DONE', 'the lead has reported');
  await report(partner, 'running');
  await until(async () => (await standing())?.differing.length === 2, 'the partner has reported');
  expect(await standing()).toEqual({ status: 'DONE', differing: [{ status: 'DONE', organisation: { id: lead.id } }, { status: 'RUNNING', organisation: { id: partner.id } }] });
});
