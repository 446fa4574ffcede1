import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader, LineageReader } from '@konzeptwerkstatt/concept';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import { municipalClock } from '@konzeptwerkstatt/kernel';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { monthsLater, nextTitle } from '../../domain/inquiry/inquiry-round.policy.js';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import type { WantedInquiry } from './inquiry-plan.reader.js';

/** So many days an organisation has at least, also when the round begins late. */
const SHORTEST_DAYS = 14;

const dayFromNow = (days: number): string => municipalClock(new Date(Date.now() + days * 86_400_000)).day;
const laterOf = (one: string, other: string): string => (one > other ? one : other);

/** Reads what the next round of an inquiry asks. */
@Injectable()
export class NextRoundReader {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ConceptReader) private readonly concepts: ConceptReader,
    @Inject(LineageReader) private readonly lineage: LineageReader,
  ) {}

  /** @returns null when nobody or nothing is left to ask */
  async read(inquiry: Inquiry): Promise<WantedInquiry | null> {
    const { municipalityId, kind, introduction, remindDays, repeatMonths, questions } = inquiry;
    const recipients = await this.inquiries.findRecipients(this.database.client, municipalityId, [inquiry.id]);
    const lines = await this.answers.findLines(this.database.client, municipalityId, recipients.map(({ id }) => id), false);
    const organisations = await this.identity.organisationsByIds(municipalityId, recipients.map(({ organisationId }) => organisationId));
    const place = await this.placeOf(inquiry, [...new Set(lines.flatMap(({ measureId }) => measureId ?? []))]);
    if (organisations.length === 0 || place === null || repeatMonths === null) return null;
    const closesOn = municipalClock(inquiry.closesAt).day;
    return {
      ...place, kind, title: nextTitle(inquiry.title, closesOn, repeatMonths), introduction, closesOn: laterOf(monthsLater(closesOn, repeatMonths), dayFromNow(SHORTEST_DAYS)), remindDays, organisationIds: organisations.map(({ id }) => id),
      ownQuestions: questions.filter(({ isOfTheHouse }) => !isOfTheHouse).map(({ type, label, options }) => ({ type, label, options })), repeatMonths,
    };
  }

  /** The edition that is asked about next, and its measures: the newest adopted one that follows on this one, or this one still. */
  private async placeOf({ municipalityId, editionId }: Inquiry, measureIds: readonly string[]): Promise<Pick<WantedInquiry, 'editionId' | 'measureIds'> | null> {
    const followers = await this.lineage.counterparts(municipalityId, 'measure', measureIds);
    const editions = await this.concepts.editionsByIds([...new Set([editionId, ...followers.map((follower) => follower.editionId)])]);
    const own = editions.find((edition) => edition.editionId === editionId);
    const newest = editions.filter(({ isFrozen, year }) => isFrozen && own !== undefined && year > own.year).toSorted((one, other) => other.year - one.year)[0];
    if (newest !== undefined) return { editionId: newest.editionId, measureIds: followers.flatMap((follower) => (follower.editionId === newest.editionId && follower.objectId !== null ? [follower.objectId] : [])) };
    const standing = await this.concepts.measuresOf({ editionId }, measureIds);
    return standing.length === 0 ? null : { editionId, measureIds: standing.map(({ id }) => id) };
  }
}
