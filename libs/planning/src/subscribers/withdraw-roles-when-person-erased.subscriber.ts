import { Inject, Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { ProcessRoleRepository } from '../persistence/process-role.repository.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Ends the roles of an erased person in processes; her rights are gone with her account. */
@Injectable()
export class WithdrawRolesWhenPersonErased implements Subscriber<PersonErased> {
  readonly name = 'withdraw-roles-when-person-erased';
  readonly event = personErased;

  constructor(@Inject(ProcessRoleRepository) private readonly roles: ProcessRoleRepository) {}

  handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    return this.roles.withdrawAllOfPerson(tx, payload.personId);
  }
}
