import { Inject } from '@nestjs/common';
import { Args, Mutation, Query, Resolver } from '@nestjs/graphql';
import { ApplicationError, isUuid, type Actor } from '@konzeptwerkstatt/kernel';
import { commandContext, CurrentActor, decodeCursor, decodeGlobalId, encodeCursor, pageOf, Requested, rowsToLoad, settle, type Page, type RequestContext } from '@konzeptwerkstatt/platform-graphql';
import { MailOutbox } from '@konzeptwerkstatt/platform-mail';
import { actingPerson } from '../commands/acting-person.js';
import { NoteReturnedMailCommand } from '../commands/note-returned-mail.command.js';
import { OpenMailCommand } from '../commands/open-mail.command.js';
import { AccessPolicy } from '../queries/access-policy.reader.js';
import { MailReader } from '../queries/mail.reader.js';
import { MailConnection, MailListArgs, mailNode, MailType, NoteReturnedMailInput, NoteReturnedMailPayload, OpenMailInput, OpenMailPayload } from './mail.type.js';

function positionAfter(cursor: string | null | undefined): readonly [Date, string] | null {
  if (cursor === undefined || cursor === null) return null;
  const [instant, id] = decodeCursor(cursor, 2);
  if (typeof instant !== 'string' || Number.isNaN(Date.parse(instant)) || typeof id !== 'string' || !isUuid(id)) throw new ApplicationError('BAD_USER_INPUT', 'Der Wert von „after“ gehört nicht zu dieser Liste.');
  return [new Date(instant), id];
}

/** The mails of a municipality, for its administrators. */
@Resolver(() => MailType)
export class MailResolver {
  constructor(
    @Inject(MailReader) private readonly mailReader: MailReader,
    @Inject(OpenMailCommand) private readonly openCommand: OpenMailCommand,
    @Inject(NoteReturnedMailCommand) private readonly noteReturnedCommand: NoteReturnedMailCommand,
    @Inject(AccessPolicy) private readonly policy: AccessPolicy,
    @Inject(MailOutbox) private readonly outbox: MailOutbox,
  ) {}

  @Query(() => Boolean, { description: 'Whether the installation has a mail server; without one mails are kept for the administrators of the municipality to hand on.' })
  sendsMails(): boolean {
    return this.outbox.isSending;
  }

  @Query(() => MailConnection, { description: 'Mails of the own municipality, the newest first; for its administrators.' })
  async mails(@CurrentActor() actor: Actor, @Args() args: MailListArgs): Promise<Page<MailType>> {
    const { municipalityId } = actingPerson(actor);
    await this.policy.require(actor, 'municipality.administer', { municipalityId });
    const { rows, count } = await this.mailReader.list(municipalityId, { states: args.filter?.states ?? null, after: positionAfter(args.after), limit: rowsToLoad(args) });
    const positions = new Map(rows.map((row) => [row, encodeCursor(row.createdAt.toISOString(), row.id)]));
    const page = pageOf(rows, args, { cursorOf: (row) => positions.get(row) ?? '', totalCount: count });
    return { ...page, totalCount: page.totalCount, edges: page.edges.map(({ cursor, node }) => ({ cursor, node: mailNode(node) })) };
  }

  @Mutation(() => OpenMailPayload, { description: 'Gives the text of a mail; that it was read is an event.' })
  async openMail(@Args('input') input: OpenMailInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<OpenMailPayload> {
    const id = await this.openCommand.execute(commandContext(actor, context.correlationId, 'openMail', input), decodeGlobalId(input.mailId, 'Mail'));
    const mail = await this.mailReader.find(actingPerson(actor).municipalityId, id);
    return { mail: mail && mailNode(mail), text: mail?.text ?? null, errors: [] };
  }

  @Mutation(() => NoteReturnedMailPayload, { description: 'Notes that a mail came back. Codes: MAIL_NOT_SENT.' })
  async noteReturnedMail(@Args('input') input: NoteReturnedMailInput, @CurrentActor() actor: Actor, @Requested() context: RequestContext): Promise<NoteReturnedMailPayload> {
    const { value, errors } = await settle(this.noteReturnedCommand.execute(commandContext(actor, context.correlationId, 'noteReturnedMail', input), decodeGlobalId(input.mailId, 'Mail')));
    const mail = value === null ? null : await this.mailReader.find(actingPerson(actor).municipalityId, value);
    return { mail: mail && mailNode(mail), errors };
  }
}
