import DataLoader from 'dataloader';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { PhoneContact } from '@konzeptwerkstatt/identity';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';
import type { InquiryRecipient } from '../../domain/inquiry/inquiry.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import { MeasureProgressReader } from '../../queries/inquiry/measure-progress.reader.js';
import type { MeasureProgress } from '../../queries/inquiry/measure-progress.reader.js';
import { PartyAnswerReader } from '../../queries/inquiry/party-answer.reader.js';
import type { MeasureRef, PartyAnswerView } from '../../queries/inquiry/party-answer.reader.js';

const byOrganisation = { cacheKeyFn: ({ organisationId }: InquiryRecipient): string => organisationId };

/** Whether organisations (all of one municipality) have a mail address. */
export const reachLoader = defineLoader<InquiryRecipient, boolean>('participation.inquiry-reach', (container) => {
  const identity = container.get(IdentityReader, { strict: false });
  return new DataLoader<InquiryRecipient, boolean, string>(async (recipients) => {
    const reached = await identity.organisationsWithAddress(recipients[0]?.municipalityId ?? '', recipients.map(({ organisationId }) => organisationId));
    return recipients.map(({ organisationId }) => reached.has(organisationId));
  }, byOrganisation);
});

/** Whom to ring up in organisations (all of one municipality); null: no number is known. */
export const phoneLoader = defineLoader<InquiryRecipient, PhoneContact | null>('participation.inquiry-phone', (container) => {
  const identity = container.get(IdentityReader, { strict: false });
  return new DataLoader<InquiryRecipient, PhoneContact | null, string>(async (recipients) => {
    const contacts = await identity.phoneContacts(recipients[0]?.municipalityId ?? '', recipients.map(({ organisationId }) => organisationId));
    return recipients.map(({ organisationId }) => contacts.get(organisationId) ?? null);
  }, byOrganisation);
});

/** When the next mail may go to organisations (all of one municipality); null: at once. */
export const nextMailLoader = defineLoader<InquiryRecipient, Date | null>('participation.inquiry-next-mail', (container) => {
  const reader = container.get(InquiryReader, { strict: false });
  return new DataLoader<InquiryRecipient, Date | null, string>(async (recipients) => {
    const times = await reader.nextMails(recipients[0]?.municipalityId ?? '', recipients.map(({ organisationId }) => organisationId));
    return recipients.map(({ organisationId }) => times.get(organisationId) ?? null);
  }, byOrganisation);
});

/** What organisations have answered about their part in measures, by measure. */
export const partyAnswersLoader = defineLoader<MeasureRef, readonly PartyAnswerView[]>('participation.party-answers', (container) => new DataLoader<MeasureRef, readonly PartyAnswerView[], string>(async (measures) => {
  const byMeasure = Map.groupBy(await container.get(PartyAnswerReader, { strict: false }).ofMeasures(measures), ({ measureId }) => measureId);
  return measures.map(({ id }) => byMeasure.get(id) ?? []);
}, { cacheKeyFn: ({ id }) => id }));

/** What organisations reported of measures, by measure, newest first. */
export const measureProgressLoader = defineLoader<MeasureRef, readonly MeasureProgress[]>('participation.measure-progress', (container) => new DataLoader<MeasureRef, readonly MeasureProgress[], string>(async (measures) => {
  const byMeasure = Map.groupBy(await container.get(MeasureProgressReader, { strict: false }).ofMeasures(measures), ({ measureId }) => measureId);
  return measures.map(({ id }) => byMeasure.get(id) ?? []);
}, { cacheKeyFn: ({ id }) => id }));
