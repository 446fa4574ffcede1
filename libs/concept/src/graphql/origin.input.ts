import { Field, InputType } from '@nestjs/graphql';
import { ApplicationError, isUuid } from '@konzeptwerkstatt/kernel';
import type { Origin } from '../domain/origin.js';

@InputType({ description: 'Where something in a text is taken over from.' })
export class OriginInput {
  @Field(() => String, { description: 'What it is: `participation.contribution`.' })
  kind!: string;

  @Field(() => String, { description: 'Its raw id.' })
  uuid!: string;
}

/** @throws ApplicationError BAD_USER_INPUT for what is no origin */
export function originOf(input: OriginInput | null | undefined): Origin | null {
  if (!input) return null;
  if (!/^[a-z]{3,30}\.[a-z-]{3,30}$/.test(input.kind) || !isUuid(input.uuid)) throw new ApplicationError('BAD_USER_INPUT', 'Diese Herkunft ist nicht bekannt.');
  return { kind: input.kind, id: input.uuid };
}
