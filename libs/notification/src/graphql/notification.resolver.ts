import { Inject } from '@nestjs/common';
import { Args, Int, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ApplicationError } from '@konzeptwerkstatt/kernel';
import { ViewerType } from '@konzeptwerkstatt/identity';
import { commandContext, ConnectionArgs, decodeGlobalId, encodeCursor, offsetAfter, pageOf, RequestContext, Requested, rowsToLoad, settle } from '@konzeptwerkstatt/platform-graphql';
import type { Page } from '@konzeptwerkstatt/platform-graphql';
import { MarkNotificationsReadCommand } from '../commands/mark-notifications-read.command.js';
import { SetNotificationChoiceCommand } from '../commands/set-notification-choice.command.js';
import { NotificationReader } from '../queries/notification.reader.js';
import { MarkNotificationsReadInput, MarkNotificationsReadPayload, NotificationChoiceType, NotificationConnection, NotificationType, SetNotificationChoiceInput, SetNotificationChoicePayload, toNotification } from './notification.type.js';

/** Most notifications that are marked one by one. */
const MOST = 100;

/** The viewer's notifications, and how she wants to be told. */
@Resolver(() => ViewerType)
export class NotificationResolver {
  constructor(
    @Inject(NotificationReader) private readonly reader: NotificationReader,
    @Inject(MarkNotificationsReadCommand) private readonly markRead: MarkNotificationsReadCommand,
    @Inject(SetNotificationChoiceCommand) private readonly choice: SetNotificationChoiceCommand,
  ) {}

  @ResolveField(() => NotificationConnection, { description: 'What she is told in the municipality she acts in, newest first.' })
  async notifications(@Parent() { actor }: ViewerType, @Args() args: ConnectionArgs): Promise<Page<NotificationType>> {
    const offset = offsetAfter(args.after);
    const rows = await this.reader.list(actor, { offset, limit: rowsToLoad(args) });
    return pageOf(rows.map(toNotification), args, { cursorOf: (_, index) => encodeCursor(offset + index), totalCount: rows[0]?.total ?? offset });
  }

  @ResolveField(() => Int, { description: 'How many of them she has not seen.' })
  unreadNotificationCount(@Parent() { actor }: ViewerType): Promise<number> {
    return this.reader.countUnread(actor);
  }

  @ResolveField(() => [NotificationChoiceType], { description: 'How she is told of each category by mail.' })
  notificationChoices(@Parent() { actor }: ViewerType): Promise<readonly NotificationChoiceType[]> {
    return this.reader.choices(actor);
  }

  @Mutation(() => MarkNotificationsReadPayload, { description: 'Notes that one has seen notifications.' })
  async markNotificationsRead(@Requested() request: RequestContext, @Args('input') input: MarkNotificationsReadInput): Promise<MarkNotificationsReadPayload> {
    const actor = request.requireActor();
    const ids = input.notificationIds?.map((id) => decodeGlobalId(id, 'Notification')) ?? null;
    if (ids !== null && ids.length > MOST) throw new ApplicationError('BAD_USER_INPUT', `Es können höchstens ${MOST} Benachrichtigungen auf einmal genannt werden.`);
    const { errors } = await settle(this.markRead.run(commandContext(actor, request.correlationId, 'markNotificationsRead', input), ids));
    return { unreadCount: errors.length > 0 ? null : await this.reader.countUnread(actor), errors };
  }

  @Mutation(() => SetNotificationChoicePayload, { description: 'Says how one is told of a category by mail.' })
  async setNotificationChoice(@Requested() request: RequestContext, @Args('input') input: SetNotificationChoiceInput): Promise<SetNotificationChoicePayload> {
    const actor = request.requireActor();
    const { category, mail } = input;
    const { errors } = await settle(this.choice.run(commandContext(actor, request.correlationId, 'setNotificationChoice', input), { category, mail }));
    return { choices: errors.length > 0 ? null : await this.reader.choices(actor), errors };
  }
}
