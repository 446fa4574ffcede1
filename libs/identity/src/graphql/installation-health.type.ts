import { Field, Float, ID, InputType, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import type { QueueName } from '@konzeptwerkstatt/contracts';
import { createConnection, DateTimeScalar, IdentifiedType, MutationInput, MutationPayload } from '@konzeptwerkstatt/platform-graphql';
import type { FailureCode, WaitingParkedJob } from '@konzeptwerkstatt/platform-queue';

export const QueueNameEnum: Readonly<Record<Uppercase<QueueName>, QueueName>> = { NOW: 'now', HEAVY: 'heavy' };
registerEnumType(QueueNameEnum, {
  name: 'QueueName', description: 'A queue of jobs.', valuesMap: { NOW: { description: 'What people wait for.' }, HEAVY: { description: 'What may take long.' } },
});

export const FailureCodeEnum: Readonly<Record<Uppercase<FailureCode>, FailureCode>> = {
  TIMED_OUT: 'timed_out', DATA_UNFIT: 'data_unfit', UNDELIVERABLE: 'undeliverable', PROCESS_ENDED: 'process_ended', UNREACHABLE: 'unreachable', REFUSED: 'refused', UNEXPECTED: 'unexpected',
};
registerEnumType(FailureCodeEnum, {
  name: 'FailureCode',
  description: 'Why a job was given up.',
  valuesMap: {
    TIMED_OUT: { description: 'It ran longer than it may.' },
    DATA_UNFIT: { description: 'Its data does not fit, or nobody runs such jobs any more.' },
    UNDELIVERABLE: { description: 'The event or its receiver is gone.' },
    PROCESS_ENDED: { description: 'The process that ran it ended again and again.' },
    UNREACHABLE: { description: 'The database or another service could not be reached.' },
    REFUSED: { description: 'A rule of the application refused it.' },
    UNEXPECTED: { description: 'Anything else: most likely a mistake in the application.' },
  },
});

@ObjectType('QueueHealth', { description: 'What is in a queue right now.' })
export class QueueHealthType {
  @Field(() => QueueNameEnum, { description: 'Which queue.' })
  name!: QueueName;

  @Field(() => Int, { description: 'Jobs that wait for a worker.' })
  waiting!: number;

  @Field(() => Int, { description: 'Jobs that run.' })
  active!: number;

  @Field(() => Int, { description: 'Jobs that wait for their time, e.g. for the next try.' })
  delayed!: number;

  @Field(() => Int, { description: 'Repeating jobs whose last run failed; the next run is their retry. Whatever else fails is parked.' })
  failed!: number;
}

@ObjectType('ParkedJob', { description: 'A job that was given up after all its tries. Without its data.' })
export class ParkedJobType extends IdentifiedType {
  row!: WaitingParkedJob;

  @Field(() => QueueNameEnum, { description: 'The queue it ran in.' })
  queue!: QueueName;

  @Field(() => String, { description: 'Name of the job, or of the subscriber.' })
  jobName!: string;

  @Field(() => String, { nullable: true, description: 'Name of the event a subscriber was to be told; null for jobs.' })
  eventName!: string | null;

  @Field(() => FailureCodeEnum, { description: 'The kind of failure.' })
  code!: FailureCode;

  @Field(() => String, { description: 'Technical, English, without personal data.' })
  reason!: string;

  @Field(() => Int, { description: 'How often it was tried.' })
  attempts!: number;

  @Field(() => DateTimeScalar, { description: 'When it was given up.' })
  parkedAt!: Date;
}
export const { Connection: ParkedJobConnection } = createConnection(ParkedJobType, 'ParkedJob');

@ObjectType('EventHealth', { description: 'How far the events are on their way to those who react to them.' })
export class EventHealthType {
  @Field(() => Boolean, { description: 'Whether some process hands events on right now.' })
  isRelayed!: boolean;

  @Field(() => String, { nullable: true, description: 'The last position that was given; null before the first event.' })
  position!: string | null;

  @Field(() => Int, { description: 'Events that were not taken up yet.' })
  waiting!: number;

  @Field(() => Float, { description: 'Age of the oldest of them, in seconds.' })
  oldestSeconds!: number;

  @Field(() => Int, { description: 'Events that were taken up and have not reached everybody yet.' })
  open!: number;

  @Field(() => Int, { description: 'Texts with changes that do not stand in the tables yet.' })
  textsWaiting!: number;

  @Field(() => Float, { description: 'Age of the oldest of these changes, in seconds.' })
  textsOldestSeconds!: number;
}

@ObjectType('MailHealth', { description: 'How mails leave the installation; counts only.' })
export class MailHealthType {
  @Field(() => Int, { description: 'Mails on their way to the mail server.' })
  waiting!: number;

  @Field(() => Int, { description: 'Mails that were refused or given up within the last seven days.' })
  failedThisWeek!: number;
}

@ObjectType('InstallationHealth', { description: 'How jobs, events and mails of the installation are. Without personal data.' })
export class InstallationHealthType {
  parked!: readonly WaitingParkedJob[];

  @Field(() => [QueueHealthType], { description: 'The queues.' })
  queues!: QueueHealthType[];

  @Field(() => Int, { description: 'How many jobs are parked; the newest are listed.' })
  parkedCount!: number;

  @Field(() => EventHealthType, { description: 'The events.' })
  events!: EventHealthType;

  @Field(() => MailHealthType, { description: 'The mails.' })
  mails!: MailHealthType;

  @Field(() => Float, { description: 'Size of the database in bytes.' })
  databaseBytes!: number;

  @Field(() => DateTimeScalar, { description: 'When this was read.' })
  readAt!: Date;
}

@InputType({ description: 'The parked job to be tried again.' })
export class RetryParkedJobInput extends MutationInput {
  @Field(() => ID, { description: 'The parked job.' })
  parkedJobId!: string;
}

@ObjectType({ description: 'What became of trying a parked job again.' })
export class RetryParkedJobPayload extends MutationPayload {
  @Field(() => ID, { nullable: true, description: 'The parked job; it runs as soon as a worker is free.' })
  retriedJobId!: string | null;
}
