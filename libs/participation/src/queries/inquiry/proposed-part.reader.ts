import { Inject, Injectable } from '@nestjs/common';
import { ConceptReader } from '@konzeptwerkstatt/concept';
import type { MeasurePart } from '@konzeptwerkstatt/document-model';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { InquiryKind, InquiryLine } from '../../domain/inquiry/inquiry.js';

/** What an organisation is asked in one inquiry. */
export interface AskedRequest {
  readonly recipientId: string;
  readonly organisationId: string;
  /** Null: the inquiry is gone. */
  readonly kind: InquiryKind | null;
}

/** Reads as what organisations are proposed that are asked whether they take part. */
@Injectable()
export class ProposedPartReader {
  constructor(@Inject(ConceptReader) private readonly concepts: ConceptReader) {}

  /** By recipient and measure; nothing of other kinds of inquiries, and of measures that do not name the organisation (any more). @param lines of all the requests */
  async ofRequests(tx: Transaction, requests: readonly AskedRequest[], lines: readonly InquiryLine[]): Promise<ReadonlyMap<string, ReadonlyMap<string, MeasurePart>>> {
    const asking = requests.filter(({ kind }) => kind === 'responsibility');
    const found: [string, ReadonlyMap<string, MeasurePart>][] = [];
    for (const { recipientId, organisationId } of asking) {
      const measureIds = lines.flatMap((line) => (line.recipientId === recipientId && line.measureId !== null ? [line.measureId] : []));
      found.push([recipientId, await this.concepts.partsOf(tx, organisationId, measureIds)]);
    }
    return new Map(found);
  }
}
