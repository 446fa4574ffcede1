import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { NumberedMeasure } from '@konzeptwerkstatt/concept';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { lastAnswers } from '../../domain/inquiry/inquiry-answer.policy.js';
import { INQUIRY_KIND_FACTS } from '../../domain/inquiry/inquiry-kind.policy.js';
import type { Inquiry } from '../../domain/inquiry/inquiry.js';
import { InquiryAnswerRepository } from '../../persistence/inquiry/inquiry-answer.repository.js';
import type { NewLine } from '../../persistence/inquiry/inquiry-answer.repository.js';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import type { MeasureKin } from '../../queries/inquiry/inquiry-plan.reader.js';

/** Which organisation is asked in which inquiry. */
export interface AskedOrganisation {
  readonly inquiry: Pick<Inquiry, 'id' | 'municipalityId' | 'kind' | 'questions'>;
  readonly organisationId: string;
}

/** Measures that somebody is asked about. */
export interface AskedMeasures {
  readonly measures: readonly NumberedMeasure[];
  readonly kin: MeasureKin;
}

/** Writes down what organisations are asked, in the caller's transaction. */
@Injectable()
export class InquiryAsking {
  constructor(
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
    @Inject(InquiryAnswerRepository) private readonly answers: InquiryAnswerRepository,
  ) {}

  /** Asks an organisation that is not asked in this inquiry yet. @returns the id of what it is asked */
  async ask(tx: Transaction, asked: AskedOrganisation, about: AskedMeasures): Promise<string> {
    const { inquiry: { id: inquiryId, municipalityId, kind }, organisationId } = asked;
    const id = newId();
    await this.inquiries.insertRecipient(tx, { id, municipalityId, inquiryId, organisationId });
    if (INQUIRY_KIND_FACTS[kind].lines === 'whole') await this.answers.insertLines(tx, [{ id: newId(), municipalityId, recipientId: id, position: 1, measureId: null, number: '', title: '' }]);
    if (INQUIRY_KIND_FACTS[kind].lines === 'measures') await this.addMeasures(tx, asked, { recipientId: id, lastPosition: 0 }, about);
    return id;
  }

  /** Asks somebody of further measures. @param lastPosition of the lines that are there */
  async addMeasures(tx: Transaction, asked: AskedOrganisation, { recipientId, lastPosition }: { readonly recipientId: string; readonly lastPosition: number }, about: AskedMeasures): Promise<void> {
    const { municipalityId } = asked.inquiry;
    const lines = about.measures.map(({ id: measureId, number, title }, index): NewLine => ({ id: newId(), municipalityId, recipientId, position: lastPosition + index + 1, measureId, number, title }));
    await this.answers.insertLines(tx, lines);
    await this.beginWithLast(tx, asked, lines, about);
  }

  /** Gives each measure the answers of the last time; the first time its status as it stands in the concept. */
  private async beginWithLast(tx: Transaction, { inquiry: { municipalityId, kind, questions }, organisationId }: AskedOrganisation, lines: readonly NewLine[], { measures, kin }: AskedMeasures): Promise<void> {
    const keys = new Set(questions.filter(({ isOfTheHouse }) => isOfTheHouse).map(({ key }) => key));
    const earlier = await this.answers.findEarlier(tx, { municipalityId, organisationId, kind });
    const previous = lines.flatMap(({ id: lineId, measureId }) => {
      if (measureId === null) return [];
      const last = lastAnswers(earlier, kin.get(measureId) ?? new Set());
      const status = measures.find(({ id }) => id === measureId)?.status;
      const values = last ?? (kind === 'progress' && status ? { status } : {});
      return Object.entries(values).filter(([key]) => keys.has(key)).map(([questionKey, value]) => ({ lineId, questionKey, value }));
    });
    await this.answers.insertPrevious(tx, municipalityId, previous);
  }
}
