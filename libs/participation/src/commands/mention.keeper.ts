import { Inject, Injectable } from '@nestjs/common';
import { newId } from '@konzeptwerkstatt/kernel';
import type { Transaction } from '@konzeptwerkstatt/contracts';
import type { Contribution } from '../domain/contribution.js';
import { keptText, mayMention, textTakenFrom } from '../domain/mention.policy.js';
import type { MentionTarget } from '../domain/mention.policy.js';
import { MentionRepository } from '../persistence/mention.repository.js';
import { MentionReader, namesOf } from '../queries/mention.reader.js';
import type { NamedMention } from '../queries/mention.reader.js';

/** A text as it is kept, with those whom it mentions and the ids of the mentions. */
export interface MentioningText {
  readonly text: string;
  readonly mentions: readonly (MentionTarget & { readonly id: string })[];
}

/** Takes names out of texts, and keeps whom they mean instead. */
@Injectable()
export class MentionKeeper {
  constructor(
    @Inject(MentionReader) private readonly reader: MentionReader,
    @Inject(MentionRepository) private readonly mentions: MentionRepository,
  ) {}

  /** Before the transaction. @throws as `MentionReader.targetsIn` */
  async read(municipalityId: string, sent: string): Promise<MentioningText> {
    const mentions = (await this.reader.targetsIn(municipalityId, sent)).map((target) => ({ ...target, id: newId() }));
    return { mentions, text: keptText(sent, ({ kind, targetId }) => mentions.find((mention) => mention.kind === kind && mention.targetId === targetId)?.id ?? '') };
  }

  /** After what mentions was written. @param replyId null: the contribution itself mentions */
  async keep(tx: Transaction, { municipalityId, id: contributionId }: Pick<Contribution, 'municipalityId' | 'id'>, replyId: string | null, { mentions }: MentioningText): Promise<void> {
    for (const { id, kind, targetId } of mentions) await this.mentions.insert(tx, { id, municipalityId, contributionId, replyId, personId: kind === 'person' ? targetId : null, organisationId: kind === 'organisation' ? targetId : null });
  }

  /** The mentions of a contribution that is cut into parts, before the transaction. */
  async ofWhole(whole: Pick<Contribution, 'municipalityId' | 'id' | 'text'>): Promise<readonly NamedMention[]> {
    return mayMention(whole) ? (await this.reader.named(whole.municipalityId, [whole.id])).filter(({ replyId }) => replyId === null) : [];
  }

  /** A part's text with mentions of its own where it names those of the whole; nobody is told a second time. */
  part(text: string, whole: readonly NamedMention[]): MentioningText {
    const marked = textTakenFrom(text, namesOf(whole));
    const mentions = whole.filter(({ id }) => marked.includes(`@[${id}]`)).map(({ id: from, kind, personId, organisationId }) => ({ from, kind, targetId: personId ?? organisationId ?? '', id: newId() }));
    return { mentions, text: mentions.reduce((words, { from, id }) => words.replaceAll(`@[${from}]`, `@[${id}]`), marked) };
  }
}
