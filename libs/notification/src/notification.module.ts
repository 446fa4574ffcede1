import { Global, Module } from '@nestjs/common';
import { NOTIFIER, notificationChoiceSet } from '@konzeptwerkstatt/contracts';
import type { EventContract } from '@konzeptwerkstatt/contracts';
import type { WorkerParts } from '@konzeptwerkstatt/platform-queue';
import { MarkNotificationsReadCommand } from './commands/mark-notifications-read.command.js';
import { SetNotificationChoiceCommand } from './commands/set-notification-choice.command.js';
import { TellPeople } from './commands/tell-people.js';
import { NotificationResolver } from './graphql/notification.resolver.js';
import { SendDigestsProcessor } from './jobs/send-digests.processor.js';
import { NotificationRepository } from './persistence/notification.repository.js';
import { NotificationChoiceDataSource, NotificationDataSource, NotificationReader } from './queries/notification.reader.js';
import { ForgetNotificationsWhenPersonErased } from './subscribers/forget-notifications-when-person-erased.subscriber.js';
import { RemoveNotificationsWhenMunicipalityRemoved } from './subscribers/remove-notifications-when-municipality-removed.subscriber.js';

const commands = [TellPeople, SetNotificationChoiceCommand, MarkNotificationsReadCommand];
const readers = [NotificationReader, NotificationDataSource, NotificationChoiceDataSource];
const processors = [SendDigestsProcessor];
const subscribers = [ForgetNotificationsWhenPersonErased, RemoveNotificationsWhenMunicipalityRemoved];

/** What people are told, in the application and by mail. Global, so that every context can ask for NOTIFIER. Needs the global modules of the platform and of identity. */
@Global()
@Module({
  providers: [NotificationRepository, ...commands, ...readers, ...processors, ...subscribers, { provide: NOTIFIER, useExisting: TellPeople }],
  exports: [NOTIFIER, ...commands, ...readers, ...processors, ...subscribers],
})
export class NotificationModule {}

/** What the API adds. */
@Module({ imports: [NotificationModule], providers: [NotificationResolver] })
export class NotificationGraphqlModule {}

/** What the worker runs, and which events this context publishes. */
export const notificationWorkerParts: WorkerParts = { context: 'notification', processors, subscribers, publishes: [notificationChoiceSet] as readonly EventContract[] };
