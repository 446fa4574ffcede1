import { Injectable } from '@nestjs/common';
import { newEvent, originNoted } from '@konzeptwerkstatt/contracts';
import { findAnchor } from '@konzeptwerkstatt/document-model';
import type { ContentBlock, DocumentChange } from '@konzeptwerkstatt/document-model';
import { isStorableText } from '@konzeptwerkstatt/kernel';
import type { Actor } from '@konzeptwerkstatt/kernel';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, throwProblems } from '../domain/concept.errors.js';
import type { Origin, TakenOver } from '../domain/origin.js';
import { titleProblems } from '../domain/title.policy.js';
import { OriginRepository } from '../persistence/origin.repository.js';
import { EditBlockCommand } from './edit-block.command.js';
import type { EditScene } from './edit-block.command.js';

/** Words of a section's text that are to read differently, as somebody proposed it. */
export interface WordsToTakeOver {
  readonly sectionId: string;
  readonly blockId: string | null;
  readonly words: string;
  /** What stood before them; tells equal words apart. */
  readonly before: string;
  readonly replacement: string;
  readonly origin: Origin;
}

const MAX_REPLACEMENT_LENGTH = 20_000;
/** As long as quoted words of a contribution may be. */
const MAX_WORDS_LENGTH = 2_000;

/** Notes where something in a text comes from, in the transaction of its change, and tells it. */
@Injectable()
export class OriginNote {
  constructor(private readonly origins: OriginRepository) {}

  async note({ tx, place, events }: EditScene, actor: Actor, origin: Origin, taken: TakenOver): Promise<void> {
    await this.origins.insert(tx, place, origin, taken);
    const { municipalityId, sectionId } = place;
    events.add(newEvent(originNoted, {
      municipalityId, editionId: null, aggregateType: 'origin', aggregateId: origin.id, actor, payload: { originKind: origin.kind, originId: origin.id, sectionId, ...taken },
    }));
  }
}

/** Puts proposed words into the passage they are meant for, in one step, by the way of every edit from outside the text. */
@Injectable()
export class TakeOverWordsCommand {
  constructor(
    private readonly blocks: EditBlockCommand,
    private readonly notes: OriginNote,
  ) {}

  /** @returns the section's id @throws as EditBlockCommand.run; ValidationError WORDS_GONE, TEXT_TOO_LONG, TEXT_NOT_STORABLE and what a title refuses */
  run(context: CommandContext, wanted: WordsToTakeOver): Promise<string> {
    return this.blocks.run(context, wanted.sectionId, (scene) => this.decide(scene, context.actor, wanted), wanted.sectionId);
  }

  private async decide(scene: EditScene, actor: Actor, { blockId, words, before, replacement, origin }: WordsToTakeOver): Promise<DocumentChange> {
    if (words.length > MAX_WORDS_LENGTH) throw conceptError('TEXT_TOO_LONG', ['words']);
    if (replacement.length > MAX_REPLACEMENT_LENGTH) throw conceptError('TEXT_TOO_LONG', ['replacement']);
    if (!isStorableText(replacement)) throw conceptError('TEXT_NOT_STORABLE', ['replacement']);
    const place = findAnchor(scene.content.blocks, { blockId, quote: words, before });
    const block = scene.content.blocks.find(({ id }) => id === place?.blockId);
    if (place === null || block === undefined) throw conceptError('WORDS_GONE', ['words']);
    await this.notes.note(scene, actor, origin, { kind: 'passage', blockId: block.id, objectId: null });
    return changeOf(block, place.start, words, replacement);
  }
}

/** Titles of goals and measures are changed as titles, everything else word by word. */
function changeOf({ id: blockId, kind, text }: ContentBlock, start: number, words: string, replacement: string): DocumentChange {
  if (kind !== 'goal' && kind !== 'measure') return { kind: 'replaceWords', blockId, start, words, replacement };
  const title = `${text.slice(0, start)}${replacement}${text.slice(start + words.length)}`;
  throwProblems(titleProblems(title));
  return { kind: 'setTitle', blockId, title, expected: text };
}
