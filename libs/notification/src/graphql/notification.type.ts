import { Field, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { NOTIFICATION_KINDS } from '@konzeptwerkstatt/contracts';
import type { NotificationCategory, NotificationKind } from '@konzeptwerkstatt/contracts';
import { createConnection, DateTimeScalar, encodeGlobalId, IdentifiedType, MutationInput, MutationPayload, upperCaseEnum } from '@konzeptwerkstatt/platform-graphql';
import { NOTIFICATION_CATEGORIES, NOTIFICATION_MAILS } from '../domain/notification.js';
import type { Notification, NotificationMail } from '../domain/notification.js';

export const NotificationKindEnum = upperCaseEnum(Object.keys(NOTIFICATION_KINDS) as NotificationKind[]);
registerEnumType(NotificationKindEnum, { name: 'NotificationKind', description: 'What a person is told.' });
export const NotificationCategoryEnum = upperCaseEnum(NOTIFICATION_CATEGORIES);
registerEnumType(NotificationCategoryEnum, { name: 'NotificationCategory', description: 'What notifications are about; one chooses for each how one is told by mail.' });
export const NotificationMailEnum = upperCaseEnum(NOTIFICATION_MAILS);
registerEnumType(NotificationMailEnum, { name: 'NotificationMail', description: 'How one is told by mail: at once, in one mail a day, or not at all.' });

/** Something the viewer is told. */
@ObjectType('Notification', { description: 'Something the viewer is told.' })
export class NotificationType extends IdentifiedType {
  @Field(() => String, { description: 'Raw id.' })
  uuid!: string;

  @Field(() => NotificationKindEnum, { description: 'What happened.' })
  kind!: NotificationKind;

  @Field(() => String, { nullable: true, description: 'What it is about, as it was called then.' })
  title!: string | null;

  @Field(() => String, { description: 'Page of the client on which it stands.' })
  path!: string;

  @Field(() => DateTimeScalar, { nullable: true, description: 'Until when something can be done.' })
  dueAt!: Date | null;

  @Field(() => DateTimeScalar, { description: 'When she was told.' })
  createdAt!: Date;

  @Field(() => Boolean, { description: 'Whether she has seen it.' })
  isRead!: boolean;
}

export const { Connection: NotificationConnection } = createConnection(NotificationType, 'Notification');

/** @returns the row as the API shows it */
export const toNotification = ({ id, ...facts }: Notification): NotificationType => ({ id: encodeGlobalId('Notification', id), uuid: id, ...facts });

@ObjectType('NotificationChoice', { description: 'How the viewer is told of a category by mail.' })
export class NotificationChoiceType {
  @Field(() => NotificationCategoryEnum, { description: 'What it is about.' })
  category!: NotificationCategory;

  @Field(() => NotificationMailEnum, { description: 'How she is told.' })
  mail!: NotificationMail;
}

@InputType({ description: 'Which notifications were seen.' })
export class MarkNotificationsReadInput extends MutationInput {
  @Field(() => [String], { nullable: true, description: 'Ids, at most 100; left out means all in the municipality she acts in.' })
  notificationIds?: string[] | null;
}

@InputType({ description: 'How one wants to be told of a category by mail.' })
export class SetNotificationChoiceInput extends MutationInput {
  @Field(() => NotificationCategoryEnum, { description: 'What it is about.' })
  category!: NotificationCategory;

  @Field(() => NotificationMailEnum, { description: 'How one wants to be told.' })
  mail!: NotificationMail;
}

@ObjectType({ description: 'Answer of markNotificationsRead. No codes of its own.' })
export class MarkNotificationsReadPayload extends MutationPayload {
  @Field(() => Number, { nullable: true, description: 'How many are still unseen.' })
  unreadCount!: number | null;
}

@ObjectType({ description: 'Answer of setNotificationChoice. No codes of its own.' })
export class SetNotificationChoicePayload extends MutationPayload {
  @Field(() => [NotificationChoiceType], { nullable: true, description: 'What counts for each category from now on.' })
  choices!: readonly NotificationChoiceType[] | null;
}
