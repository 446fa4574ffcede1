import { Inject, Injectable } from '@nestjs/common';
import { PrismaDatabase } from '@konzeptwerkstatt/platform-database';
import { InquiryRepository } from '../../persistence/inquiry/inquiry.repository.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import type { InquiryVisitor } from '../../queries/inquiry/inquiry.gate.js';

/** Notes that an organisation has opened what it is asked. Not an event: the same thing seen again changes nothing. */
@Injectable()
export class OpenInquiriesCommand {
  constructor(
    @Inject(PrismaDatabase) private readonly database: PrismaDatabase,
    @Inject(InquiryReader) private readonly reader: InquiryReader,
    @Inject(InquiryRepository) private readonly inquiries: InquiryRepository,
  ) {}

  /** @returns how many requests there are @throws ValidationError LINK_UNKNOWN */
  async run(visitor: InquiryVisitor): Promise<number> {
    const desk = await this.reader.desk(visitor);
    if (desk === null) return 0;
    await this.inquiries.noteOpened(this.database.client, desk.municipalityId, desk.requests.map(({ recipient }) => recipient.id));
    return desk.requests.length;
  }
}
