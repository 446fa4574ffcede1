import { personErased, type EventEnvelope, type Subscriber, type Transaction } from '@konzeptwerkstatt/contracts';
import { Injectable } from '@nestjs/common';
import type { z } from 'zod';
import { forgetPerson } from './forget-person.js';

type PersonErased = z.infer<typeof personErased.schema>;

/** Takes an erased person out of everything the collaboration keeps; her words stay, as those of her organisation. */
@Injectable()
export class ForgetPersonWhenErased implements Subscriber<PersonErased> {
  readonly name = 'forget-person-when-erased';
  readonly event = personErased;

  handle(tx: Transaction, { payload }: EventEnvelope<PersonErased>): Promise<void> {
    return forgetPerson(tx, payload.personId);
  }
}
