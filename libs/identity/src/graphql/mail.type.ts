import { ArgsType, Field, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { ConnectionArgs, createConnection, DateTimeScalar, encodeGlobalId, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { MailState } from '@konzeptwerkstatt/platform-database';
import type { MailView } from '../queries/mail.reader.js';

/** What became of a mail, by the names of the API. */
export const MailStateEnum: Readonly<Record<Uppercase<MailState>, MailState>> = {
  KEPT: 'kept', WAITING: 'waiting', SENDING: 'sending', SENT: 'sent', REFUSED: 'refused', FAILED: 'failed', RETURNED: 'returned',
};
registerEnumType(MailStateEnum, {
  name: 'MailState',
  description: 'What became of a mail.',
  valuesMap: {
    KEPT: { description: 'There is no mail server: the administrators read it here.' },
    WAITING: { description: 'Waits for the mail server, perhaps after a try.' },
    SENDING: { description: 'Is being handed over.' },
    SENT: { description: 'The mail server took it.' },
    REFUSED: { description: 'The mail server refused it for good.' },
    FAILED: { description: 'Given up after two days of tries.' },
    RETURNED: { description: 'Came back later, as an administrator noted.' },
  },
});

/** A mail of the municipality; only its administrators see it. */
@ObjectType('Mail', { description: 'A mail of the municipality, for its administrators.' })
export class MailType extends IdentifiedType {
  @Field(() => String, { description: 'To whom.' })
  recipient!: string;

  @Field(() => String, { description: 'What it is for, e.g. `identity.invitation`.' })
  kind!: string;

  @Field(() => String, { description: 'Language of subject and text, BCP 47.' })
  language!: string;

  @Field(() => String, { description: 'Subject.' })
  subject!: string;

  @Field(() => MailStateEnum, { description: 'What became of it.' })
  state!: MailState;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => String, { nullable: true, description: 'Codes of the last try that failed, e.g. `550 5.1.1` or `ETIMEDOUT`.' })
  failure!: string | null;

  @Field(() => DateTimeScalar, { description: 'When it was written.' })
  createdAt!: Date;

  @Field(() => DateTimeScalar, { nullable: true, description: 'When it was sent, refused, given up or came back.' })
  settledAt!: Date | null;

  @Field(() => Boolean, { description: 'Whether its text is still here; it is forgotten once the mail is out of the house.' })
  hasText!: boolean;
}

export const { Connection: MailConnection } = createConnection(MailType, 'Mail');
export const mailNode = ({ id, ...rest }: MailView): MailType => ({ id: encodeGlobalId('Mail', id), ...rest });

@InputType('MailFilter', { description: 'Which mails.' })
export class MailFilterInput {
  @Field(() => [MailStateEnum], { nullable: true, description: 'Only in these states.' })
  states?: MailState[] | null;
}

@ArgsType()
export class MailListArgs extends ConnectionArgs {
  @Field(() => MailFilterInput, { nullable: true, description: 'Which ones; all without.' })
  filter?: MailFilterInput | null;
}

@InputType({ description: 'Which mail is to be read.' })
export class OpenMailInput extends MutationInput {
  @Field(() => ID, { description: 'A mail of the own municipality.' })
  mailId!: string;
}

@InputType({ description: 'Which mail came back.' })
export class NoteReturnedMailInput extends MutationInput {
  @Field(() => ID, { description: 'A mail that was sent.' })
  mailId!: string;
}

@ObjectType({ description: 'What became of opening a mail.' })
export class OpenMailPayload extends MutationPayload {
  @Field(() => MailType, { nullable: true, description: 'The mail.' })
  mail!: MailType | null;

  @Field(() => String, { nullable: true, description: 'Its text; null when it is not here any more.' })
  text!: string | null;
}

@ObjectType({ description: 'What became of noting that a mail came back. Codes: MAIL_NOT_SENT.' })
export class NoteReturnedMailPayload extends MutationPayload {
  @Field(() => MailType, { nullable: true, description: 'The mail.' })
  mail!: MailType | null;
}
