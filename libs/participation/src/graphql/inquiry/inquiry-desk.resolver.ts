import { Inject, Injectable } from '@nestjs/common';
import { Args, Field, Int, ObjectType, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { systemClock } from '@konzeptwerkstatt/kernel';
import { WorkType } from '@konzeptwerkstatt/concept';
import { IdentityReader, organisationLoader } from '@konzeptwerkstatt/identity';
import { AttemptLimiter } from '@konzeptwerkstatt/platform-auth';
import { Requested, settle } from '@konzeptwerkstatt/platform-graphql';
import type { RequestContext, Settled } from '@konzeptwerkstatt/platform-graphql';
import { InquiryGate } from '../../queries/inquiry/inquiry.gate.js';
import type { InquiryVisitor } from '../../queries/inquiry/inquiry.gate.js';
import { InquiryReader } from '../../queries/inquiry/inquiry.reader.js';
import type { DeskView } from '../../queries/inquiry/inquiry.reader.js';
import { InquiryRequestType, toRequest } from './inquiry-request.type.js';

@ObjectType('InquiryDesk', { description: 'Everything that one organisation is asked.' })
export class InquiryDeskType {
  /** Not part of the API. */
  readonly view!: DeskView | null;

  @Field(() => Boolean, { description: 'False: the link is unknown, over or taken back, and nothing is shown.' })
  isLinkValid!: boolean;

  @Field(() => [InquiryRequestType], { description: 'What it is asked, what is open first, at most 50.' })
  requests!: readonly InquiryRequestType[];
}

/** Who comes to answer, and a limit for whoever tries tokens. */
@Injectable()
export class InquiryVisitors {
  private readonly wrongTokens = new AttemptLimiter({ attempts: 30, windowMs: 600_000 }, systemClock);

  of({ actor }: RequestContext, { token }: { readonly token?: string | null }): InquiryVisitor {
    return { actor, token: token ?? null };
  }

  /** Settles what a visitor with a token does. @throws ApplicationError RATE_LIMITED after 30 wrong tokens from one address in ten minutes */
  async settle<Value>({ http }: RequestContext, done: Promise<Value>): Promise<Settled<Value>> {
    const settled = await settle(done);
    if (settled.errors.some(({ code }) => code === 'LINK_UNKNOWN')) this.wrongTokens.take(http?.clientAddress ?? '');
    return settled;
  }
}

/** What organisations are asked. */
@Resolver(() => InquiryDeskType)
export class InquiryDeskResolver {
  constructor(
    @Inject(InquiryReader) private readonly reader: InquiryReader,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(InquiryVisitors) private readonly visitors: InquiryVisitors,
  ) {}

  @Query(() => InquiryDeskType, { nullable: true, description: 'What one’s organisation is asked: all that a mail link reaches, or all of the organisation one acts for; null without either.' })
  async inquiryDesk(@Requested() context: RequestContext, @Args('token', { type: () => String, nullable: true, description: 'What stands behind `#` in a mail link; null: with one’s session.' }) token: string | null): Promise<InquiryDeskType | null> {
    const { value, errors } = await this.visitors.settle(context, this.reader.desk(this.visitors.of(context, { token })));
    if (value === null && errors.length === 0) return null;
    return Object.assign(new InquiryDeskType(), { view: value, isLinkValid: value !== null, requests: (value?.requests ?? []).map(toRequest) });
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the organisation; null without a valid link.' })
  async organisationName(@Parent() { view }: InquiryDeskType): Promise<string | null> {
    if (view === null) return null;
    return (await this.identity.organisationsByIds(view.municipalityId, [view.organisationId]))[0]?.name ?? null;
  }

  @ResolveField(() => String, { nullable: true, description: 'Name of the municipality that asks; null without a valid link.' })
  async municipalityName(@Parent() { view }: InquiryDeskType): Promise<string | null> {
    return view === null ? null : (await this.identity.municipality(view.municipalityId))?.name ?? null;
  }
}

/** What depends on who looks at a request. */
@Resolver(() => InquiryRequestType)
export class InquiryRequestResolver {
  constructor(@Inject(InquiryGate) private readonly gate: InquiryGate) {}

  @ResolveField(() => Boolean, { description: 'Whether the visitor may release what was handed in and waits.' })
  mayRelease(@Parent() { view: { recipient, submission } }: InquiryRequestType, @Requested() { actor }: RequestContext): Promise<boolean> {
    return submission === null || submission.releasedAt !== null || recipient.returnedAt !== null ? Promise.resolve(false) : this.gate.mayRelease(actor, recipient);
  }

  @ResolveField(() => String, { description: 'Name of the organisation that is asked; empty when it is gone.' })
  async organisationName(@Parent() { view: { recipient } }: InquiryRequestType, @Requested() context: RequestContext): Promise<string> {
    return (await context.loader(organisationLoader).load(recipient.organisationId))?.name ?? '';
  }
}

/** Inquiries that wait for the viewer's organisation. */
@Resolver(() => WorkType)
export class InquiryWorkResolver {
  constructor(@Inject(InquiryReader) private readonly reader: InquiryReader) {}

  @ResolveField(() => Int, { description: 'How many open inquiries the organisation the viewer acts for has not answered.' })
  openInquiryCount(@Parent() { actor: { municipalityId, organisationId } }: WorkType): Promise<number> {
    return municipalityId === null || organisationId === null ? Promise.resolve(0) : this.reader.countOpen(municipalityId, organisationId);
  }

  @ResolveField(() => Int, { description: 'In how many open inquiries answers wait for the release of the viewer, who administers the organisation she acts for.' })
  inquiryToReleaseCount(@Parent() { actor }: WorkType): Promise<number> {
    return this.reader.countToRelease(actor);
  }
}
