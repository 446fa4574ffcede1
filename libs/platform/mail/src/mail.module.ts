import { Global, Module } from '@nestjs/common';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { MailOutbox } from './mail-outbox.js';
import { MailRepository } from './mail.repository.js';
import { MailTransport } from './mail-transport.js';
import { SendDueMailsProcessor } from './send-due-mails.processor.js';

/** Mails for every context: `MailOutbox`. Needs the global ConfigModule, LoggingModule and DatabaseModule. */
@Global()
@Module({ providers: [MailTransport, MailRepository, MailOutbox, SendDueMailsProcessor], exports: [MailTransport, MailOutbox, SendDueMailsProcessor] })
export class MailModule {}

/** What mail gives to the worker. */
export const mailWorkerParts: WorkerParts = { context: 'platform/mail', processors: [SendDueMailsProcessor], subscribers: [], publishes: [] };
