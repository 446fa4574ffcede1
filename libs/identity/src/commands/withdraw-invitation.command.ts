import { Inject, Injectable } from '@nestjs/common';
import { invitationWithdrawn } from '@konzeptwerkstatt/contracts';
import type { Transaction } from '@konzeptwerkstatt/platform-database';
import { UnitOfWork, type CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { notFound } from '../domain/identity.errors.js';
import { InvitationRepository } from '../persistence/invitation.repository.js';
import { OneTimeLinkRepository } from '../persistence/one-time-link.repository.js';
import { actingPerson } from './acting-person.js';
import { MemberGate } from './member.gate.js';

/** Withdraws an invitation: its link does not work any more. */
@Injectable()
export class WithdrawInvitationCommand {
  constructor(
    @Inject(MemberGate) private readonly gate: MemberGate,
    @Inject(InvitationRepository) private readonly invitations: InvitationRepository,
    @Inject(OneTimeLinkRepository) private readonly links: OneTimeLinkRepository,
    @Inject(UnitOfWork) private readonly work: UnitOfWork<Transaction>,
  ) {}

  /** @returns the organisation's id @throws ApplicationError NOT_FOUND when it is not open any more, FORBIDDEN */
  async execute(context: CommandContext, invitationId: string): Promise<string> {
    const { municipalityId } = actingPerson(context.actor);
    const organisationId = await this.invitations.organisationOf(municipalityId, invitationId);
    if (organisationId === null) throw notFound();
    await this.gate.requireAdminister(context.actor, organisationId);
    return this.work.run(context, async ({ tx, events }) => {
      if (!(await this.invitations.withdraw(tx, municipalityId, invitationId))) throw notFound();
      await this.links.revoke(tx, 'invitation', { invitationId });
      events.record(invitationWithdrawn, { municipalityId, aggregateType: 'invitation', aggregateId: invitationId, editionId: null, payload: { invitationId } });
      return organisationId;
    });
  }
}
