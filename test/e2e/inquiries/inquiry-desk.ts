import { randomUUID } from 'node:crypto';
import { until, type ApplicationUnderTest, type GraphqlVisitor } from '@konzeptwerkstatt/test-support';
import {
  ConceptListDocument, CreateInquiryDocument, HandInInquiryDocument, InquiryDeskDocument, InquiryPageDocument, SaveInquiryAnswersDocument, type CreateInquiryInput, type HandInInquiryMutation, type InquiryFullFragment,
  type InquiryRequestFullFragment, type SaveInquiryAnswersMutation,
} from '../../../libs/web/data/src/generated/graphql.js';

export const key = (): string => randomUUID();
export const codes = (errors: readonly { readonly code: string }[]): string[] => errors.map(({ code }) => code);

/** An organisation made for one test, with a mailbox that nobody reads. */
export interface AskedOrganisation {
  readonly id: string;
  readonly uuid: string;
  readonly mailbox: string;
  readonly deputy: string;
}

/** What tests about inquiries do again and again. */
export class InquiryTester {
  constructor(readonly application: ApplicationUnderTest) {}

  office(): Promise<GraphqlVisitor> {
    return this.application.as('office');
  }

  async organisation(language = 'de'): Promise<AskedOrganisation> {
    const [mailbox, deputy] = [`postfach-${key()}@example.org`, `vertretung-${key()}@example.org`];
    const details = { name: `Verein ${key()}`, kind: 'CIVIL_SOCIETY', language, mailbox, deputy: { name: 'Vertretung', email: deputy } };
    const { addOrganisation } = await (await this.office()).get<{ addOrganisation: { organisation: { id: string; uuid: string }; errors: unknown[] } }, object>(
      'mutation ($input: AddOrganisationInput!) { addOrganisation(input: $input) { organisation { id uuid } errors { code } } }', { input: { details, idempotencyKey: key() } });
    return { ...addOrganisation.organisation, mailbox, deputy };
  }

  async editionId(): Promise<string> {
    return (await (await this.office()).get(ConceptListDocument, {})).editions.edges[0]?.node.id ?? '';
  }

  /** Asks organisations; must be taken. */
  async ask(organisationIds: readonly string[], more: Partial<CreateInquiryInput> = {}): Promise<InquiryFullFragment> {
    const office = await this.office();
    const input: CreateInquiryInput = {
      editionId: await this.editionId(), kind: 'COSIGNATURE', title: `Abfrage ${key()}`, introduction: '', closesOn: '2099-06-30', remindDays: 7, organisationIds: [...organisationIds], measureIds: [], ownQuestions: [], idempotencyKey: key(), ...more,
    };
    const { createInquiry } = await office.get(CreateInquiryDocument, { input });
    if (!createInquiry.inquiry) throw new Error(JSON.stringify(createInquiry.errors));
    return this.page(createInquiry.inquiry.uuid);
  }

  async page(uuid: string): Promise<InquiryFullFragment> {
    const { inquiry } = await (await this.office()).get(InquiryPageDocument, { uuid });
    if (!inquiry) throw new Error('no such inquiry');
    return inquiry;
  }

  /** Texts of the mails of a kind to an address, the oldest first. */
  async mailsTo(address: string, kind = 'participation.inquiry'): Promise<string[]> {
    const { rows } = await this.application.database.pool.query<{ text: string }>('SELECT text FROM mails WHERE recipient = $1 AND kind = $2 ORDER BY created_at, id', [address, kind]);
    return rows.map(({ text }) => text);
  }

  /** The token of the newest link that was sent to an address, as soon as there are so many mails. */
  async tokenFor(address: string, count = 1): Promise<string> {
    await until(async () => (await this.mailsTo(address)).length >= count, 'the mail is written');
    return /#(\S+)/.exec((await this.mailsTo(address)).at(-1) ?? '')?.[1] ?? '';
  }

  /** What a link shows. */
  async desk(token: string): Promise<readonly InquiryRequestFullFragment[]> {
    const { inquiryDesk } = await this.application.nobody().get(InquiryDeskDocument, { token });
    return inquiryDesk?.requests ?? [];
  }

  async save(visitor: GraphqlVisitor, request: InquiryRequestFullFragment, values: Readonly<Record<string, string>>, token: string | null = null, line = 0): Promise<SaveInquiryAnswersMutation['saveInquiryAnswers']> {
    const { id: lineId, answers } = request.lines[line] ?? { id: '', answers: [] };
    const typed = Object.entries(values).map(([questionKey, value]) => ({ lineId, questionKey, value, expectedRevision: answers.find((answer) => answer.questionKey === questionKey)?.revision ?? 0 }));
    return (await visitor.get(SaveInquiryAnswersDocument, { input: { requestId: request.id, token, answers: typed, idempotencyKey: key() } })).saveInquiryAnswers;
  }

  async handIn(visitor: GraphqlVisitor, requestId: string, token: string | null = null, isInPart = false): Promise<HandInInquiryMutation['handInInquiry']> {
    return (await visitor.get(HandInInquiryDocument, { input: { requestId, token, isFromSheet: false, isInPart, idempotencyKey: key() } })).handInInquiry;
  }

  /** Lets time pass for one organisation: notices and deadlines move into the past by so many days. */
  async passDays(organisation: Pick<AskedOrganisation, 'uuid'>, days: number): Promise<void> {
    const { pool } = this.application.database;
    await pool.query('UPDATE inquiry_notices SET written_at = written_at - make_interval(days => $2::int) WHERE organisation_id = $1', [organisation.uuid, days]);
    await pool.query('UPDATE inquiry_recipients SET asked_at = asked_at - make_interval(days => $2::int), closes_at = closes_at - make_interval(days => $2::int) WHERE organisation_id = $1', [organisation.uuid, days]);
    await pool.query('UPDATE inquiries SET closes_at = closes_at - make_interval(days => $2::int) WHERE id IN (SELECT inquiry_id FROM inquiry_recipients WHERE organisation_id = $1)', [organisation.uuid, days]);
  }

  /** Puts the deadline of an inquiry so many days from now. */
  async setDeadline(inquiry: { readonly uuid: string }, days: number): Promise<void> {
    await this.application.database.pool.query('UPDATE inquiries SET closes_at = now() + make_interval(days => $2::int) WHERE id = $1', [inquiry.uuid, days]);
  }
}
