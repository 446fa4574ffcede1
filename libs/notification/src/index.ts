export { NotificationGraphqlModule, NotificationModule, notificationWorkerParts } from './notification.module.js';
export { NotificationChoiceDataSource, NotificationDataSource } from './queries/notification.reader.js';
