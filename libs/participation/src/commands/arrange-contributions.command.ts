import { Inject, Injectable } from '@nestjs/common';
import { isStorableText, newId } from '@konzeptwerkstatt/kernel';
import { contributionAssigned, contributionsBundled, contributionSplit, contributionUnbundled } from '@konzeptwerkstatt/contracts';
import { IdentityReader } from '@konzeptwerkstatt/identity';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork } from '@konzeptwerkstatt/platform-outbox';
import type { CommandContext, Unit } from '@konzeptwerkstatt/platform-outbox';
import { MAX_TEXT_LENGTH, MAX_TITLE_LENGTH } from '../domain/contribution-text.policy.js';
import type { Contribution } from '../domain/contribution.js';
import { isDueDay } from '../domain/due-day.policy.js';
import { participationError } from '../domain/participation.errors.js';
import { ContributionRepository } from '../persistence/contribution.repository.js';
import { ProposalRepository } from '../persistence/proposal.repository.js';
import { ResponseRepository } from '../persistence/response.repository.js';
import { AnswerGate } from './answer.gate.js';
import { MentionKeeper } from './mention.keeper.js';

const MAX_PARTS = 20;
const factsOf = ({ municipalityId }: Contribution, aggregateId: string) => ({ municipalityId, editionId: null, aggregateType: 'contribution', aggregateId });

function partProblem(parts: readonly string[]): void {
  if (parts.length < 2 || parts.length > MAX_PARTS || parts.some((text) => text.trim() === '')) throw participationError('PARTS_REQUIRED', ['parts']);
  if (parts.some((text) => text.length > MAX_TEXT_LENGTH)) throw participationError('TEXT_TOO_LONG', ['parts']);
  if (!parts.every(isStorableText)) throw participationError('TEXT_NOT_STORABLE', ['parts']);
}

/** What a bundle is called. @throws ValidationError TITLE_REQUIRED, TITLE_TOO_LONG, TEXT_NOT_STORABLE */
export function bundleName(title: string): string {
  const name = title.trim();
  if (name === '') throw participationError('TITLE_REQUIRED', ['title']);
  if (name.length > MAX_TITLE_LENGTH) throw participationError('TITLE_TOO_LONG', ['title']);
  if (!isStorableText(name)) throw participationError('TEXT_NOT_STORABLE', ['title']);
  return name;
}

/** Gets contributions ready to be answered: cut into parts, put together, given to an office. Nobody's words are changed by it. */
@Injectable()
export class ArrangeContributionsCommand {
  constructor(
    @Inject(UnitOfWork) private readonly unitOfWork: UnitOfWork<Transaction>,
    @Inject(AnswerGate) private readonly gate: AnswerGate,
    @Inject(IdentityReader) private readonly identity: IdentityReader,
    @Inject(ContributionRepository) private readonly contributions: ContributionRepository,
    @Inject(ResponseRepository) private readonly responses: ResponseRepository,
    @Inject(ProposalRepository) private readonly proposals: ProposalRepository,
    @Inject(MentionKeeper) private readonly mentions: MentionKeeper,
  ) {}

  /** Cuts an open contribution into parts that are answered one by one; the whole stays. @throws ApplicationError NOT_FOUND, FORBIDDEN; ValidationError PARTS_REQUIRED, NOT_OPEN, TEXT_TOO_LONG */
  async split(context: CommandContext, id: string, parts: readonly string[]): Promise<string> {
    partProblem(parts);
    const [seen] = await this.gate.requireAnswer(context.actor, [id]);
    const mentioned = seen === undefined ? [] : await this.mentions.ofWhole(seen);
    return this.change(context, [id], async ({ tx, events }, [whole]) => {
      if (whole === undefined || whole.bundleId !== null || whole.partOfId !== null) throw participationError('NOT_OPEN', ['contributionId']);
      const partIds: string[] = [];
      for (const text of parts) {
        const partId = newId();
        const mentioning = this.mentions.part(text.trim(), mentioned);
        await this.contributions.insert(tx, { ...whole, id: partId, text: mentioning.text, title: null, replacement: null, kind: whole.kind === 'new_measure' ? 'proposal' : whole.kind, partOfId: id });
        await this.mentions.keep(tx, { municipalityId: whole.municipalityId, id: partId }, null, mentioning);
        partIds.push(partId);
      }
      await this.proposals.end(tx, whole.municipalityId, [id]);
      events.record(contributionSplit, { ...factsOf(whole, id), payload: { contributionId: id, partIds } });
    });
  }

  /** Puts open contributions together, to be answered with one answer. @throws as `split`; ValidationError SEVERAL_REQUIRED, ONE_CONCEPT_ONLY, TITLE_REQUIRED, TITLE_TOO_LONG */
  async bundle(context: CommandContext, ids: readonly string[], title: string): Promise<string> {
    const name = bundleName(title);
    if (new Set(ids).size < 2) throw participationError('SEVERAL_REQUIRED', ['contributionIds']);
    return this.change(context, ids, (unit, chosen) => this.putTogether(unit, chosen, name, 'contributionIds'));
  }

  /** Takes an open contribution out of its bundle. @throws as `split` */
  async unbundle(context: CommandContext, id: string): Promise<string> {
    return this.change(context, [id], async (unit, [contribution]) => { if (contribution !== undefined) await this.takeOut(unit, contribution); });
  }

  /** Puts locked contributions into a bundle of their own; rights are the caller's question. @param field of the input, for refusals @throws ValidationError ONE_CONCEPT_ONLY */
  async putTogether({ tx, events }: Unit<Transaction>, chosen: readonly Contribution[], name: string, field: string): Promise<void> {
    const [first] = chosen;
    if (first === undefined || new Set(chosen.map(({ editionId }) => editionId)).size > 1) throw participationError('ONE_CONCEPT_ONLY', [field]);
    const bundle = { id: newId(), municipalityId: first.municipalityId, editionId: first.editionId, title: name };
    const contributionIds = chosen.map(({ id }) => id);
    await this.responses.insertBundle(tx, bundle);
    await this.responses.setBundle(tx, first.municipalityId, contributionIds, bundle.id);
    // An answer that was proposed to one of them is not the answer to all.
    await this.proposals.end(tx, first.municipalityId, contributionIds);
    events.record(contributionsBundled, { ...factsOf(first, bundle.id), payload: { bundleId: bundle.id, contributionIds } });
  }

  /** Takes a locked contribution out of its bundle, if it is in one; rights are the caller's question. */
  async takeOut({ tx, events }: Unit<Transaction>, contribution: Contribution): Promise<void> {
    const { id, municipalityId, bundleId } = contribution;
    if (bundleId === null) return;
    await this.responses.setBundle(tx, municipalityId, [id], null);
    events.record(contributionUnbundled, { ...factsOf(contribution, bundleId), payload: { bundleId, contributionId: id } });
  }

  /** Says which office answers contributions, and until when. @param answerBy `YYYY-MM-DD` @throws as `split`; ValidationError UNKNOWN_ORGANISATION, DEADLINE_INVALID */
  async assign(context: CommandContext, ids: readonly string[], to: { readonly organisationId: string | null; readonly answerBy: string | null }): Promise<string> {
    // What somebody may not assign must look the same whatever office she names.
    await this.gate.requireAnswer(context.actor, ids);
    if (to.organisationId !== null && (await this.identity.organisationsByIds(context.actor.municipalityId ?? '', [to.organisationId])).length === 0) throw participationError('UNKNOWN_ORGANISATION', ['organisationId']);
    if (to.answerBy !== null && !isDueDay(to.answerBy, new Date())) throw participationError('DEADLINE_INVALID', ['answerBy']);
    return this.change(context, ids, async ({ tx, events }, chosen) => {
      await this.responses.assign(tx, chosen[0]?.municipalityId ?? '', chosen.map(({ id }) => id), to);
      for (const contribution of chosen) events.record(contributionAssigned, { ...factsOf(contribution, contribution.id), payload: { contributionId: contribution.id, organisationId: to.organisationId } });
    });
  }

  /** Rights first, then the contributions under their locks, which must all be open. @returns the id of the first one asked for */
  private async change(context: CommandContext, ids: readonly string[], work: (unit: Unit<Transaction>, chosen: readonly Contribution[]) => Promise<void>): Promise<string> {
    const allowed = await this.gate.requireAnswer(context.actor, ids);
    return this.unitOfWork.run(context, async (unit) => {
      const chosen = await this.responses.lockContributions(unit.tx, allowed.map(({ id }) => id));
      if (chosen.some(({ state }) => state !== 'submitted')) throw participationError('NOT_OPEN', ['contributionIds']);
      await work(unit, chosen);
      return ids[0] ?? '';
    });
  }
}
