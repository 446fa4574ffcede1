import { Inject } from '@nestjs/common';
import { Args, Query, Resolver } from '@nestjs/graphql';
import { fileName } from '@konzeptwerkstatt/kernel';
import { InquiryFileArgs, InquiryFileType, InquiryReader } from '@konzeptwerkstatt/participation';
import { decodeGlobalId, Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { InquiryReceiptReader } from '../queries/inquiry-receipt.reader.js';

/** Receipts of answers. */
@Resolver()
export class InquiryReceiptResolver {
  constructor(
    @Inject(InquiryReader) private readonly inquiries: InquiryReader,
    @Inject(InquiryReceiptReader) private readonly receipts: InquiryReceiptReader,
  ) {}

  @Query(() => InquiryFileType, { nullable: true, description: 'A PDF of what an organisation has handed in last; null while there is nothing, for a link that does not work and for characters that cannot be printed.' })
  async inquiryReceipt(@Requested() { actor }: RequestContext, @Args() { requestId, token = null }: InquiryFileArgs): Promise<InquiryFileType | null> {
    const { value: view } = await settle(this.inquiries.request({ actor, token }, decodeGlobalId(requestId, 'InquiryRequest')));
    const file = view === null ? null : await this.receipts.read(view);
    return view === null || file === null ? null : { name: fileName(`Quittung ${view.inquiry.title}`, 'pdf'), mediaType: 'application/pdf', content: file.toString('base64') };
  }
}
