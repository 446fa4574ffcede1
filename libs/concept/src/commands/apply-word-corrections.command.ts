import { Injectable } from '@nestjs/common';
import { ApplicationError, newRandomId, notFound } from '@konzeptwerkstatt/kernel';
import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';
import { isBlockKind } from '@konzeptwerkstatt/document-model';
import type { BlockPlace, DocumentChange } from '@konzeptwerkstatt/document-model';
import type { CommandContext } from '@konzeptwerkstatt/platform-outbox';
import { conceptError, conceptProblem, throwProblems } from '../domain/concept.errors.js';
import { tidyTitle, titleProblems } from '../domain/title.policy.js';
import { compareWordCorrections } from '../domain/word-corrections.policy.js';
import type { WordDifference } from '../domain/word-corrections.policy.js';
import { WordCorrectionsReader } from '../queries/word-corrections.reader.js';
import { EditBlockCommand } from './edit-block.command.js';
import { MAX_BLOCK_TEXT_LENGTH } from './edit-plain-block.command.js';

/** So many differences of one section are taken over at once. */
const MAX_ACCEPTED_DIFFERENCES = 500;

/** A difference that is to be taken over. */
export interface AcceptedDifference {
  readonly key: string;
  /** The text of the block as it was seen; empty for new words. */
  readonly expected: string;
}

/** Which differences of one section are taken over. */
export interface AcceptedCorrections {
  readonly correctionsId: string;
  readonly sectionId: string;
  readonly accepted: readonly AcceptedDifference[];
}

/** What was taken over. */
export interface TakenCorrections {
  readonly correctionsId: string;
  readonly count: number;
}

/** Takes corrections of a Word document over into the text of one section: all that were accepted, or none. */
@Injectable()
export class ApplyWordCorrectionsCommand {
  constructor(
    private readonly reader: WordCorrectionsReader,
    private readonly blocks: EditBlockCommand,
  ) {}

  /**
   * Compares once more under the lock: whatever was accepted must still be what was seen.
   * @throws as EditBlockCommand.run; ValidationError IMPORT_NOT_READY, NOTHING_TO_APPLY, STALE_VALUE for each that is not as it was seen, TEXT_TOO_LONG and those of a title
   */
  async run(context: CommandContext, { correctionsId, sectionId, accepted }: AcceptedCorrections): Promise<TakenCorrections> {
    const found = await this.reader.find(context.actor, correctionsId);
    if (found === null) throw notFound();
    const { corrections, editionId } = found;
    if (corrections === null || found.state !== 'ready') throw conceptError('IMPORT_NOT_READY', []);
    if (accepted.length === 0) throw conceptError('NOTHING_TO_APPLY', []);
    if (accepted.length > MAX_ACCEPTED_DIFFERENCES) throw new ApplicationError('BAD_USER_INPUT', 'So viele Änderungen auf einmal gehen nicht.');
    return this.blocks.run(context, sectionId, ({ place, content }) => {
      if (place.editionId !== editionId) throw notFound();
      const differences = compareWordCorrections(corrections, [{ sectionId, title: place.title, blocks: content.blocks }]).filter((one) => one.sectionId === sectionId);
      throwProblems(accepted.flatMap((one, index) => problemsOf(differences.find(({ key }) => key === one.key), one, ['accepted', String(index)])));
      const wanted = new Set(accepted.map(({ key }) => key));
      return { kind: 'several', changes: changesOf(differences.filter(({ key }) => wanted.has(key))) };
    }, { correctionsId, count: new Set(accepted.map(({ key }) => key)).size });
  }
}

function problemsOf(difference: WordDifference | undefined, { expected }: AcceptedDifference, path: readonly string[]): UserErrorDetail[] {
  if (difference === undefined || difference.liveText !== expected) return [conceptProblem('STALE_VALUE', path, { currentValue: difference?.liveText ?? null, changedByOrganisationId: null })];
  if (!difference.mayAccept) return [conceptProblem('VALUE_NOT_ALLOWED', path)];
  if (difference.blockKind === 'goal' || difference.blockKind === 'measure') return titleProblems(difference.fileText, path);
  return difference.fileText.length > MAX_BLOCK_TEXT_LENGTH ? [conceptProblem('TEXT_TOO_LONG', path, { maxLength: MAX_BLOCK_TEXT_LENGTH })] : [];
}

/** New words first, as long as all they stand beside is there; what is taken out goes last. */
function changesOf(differences: readonly WordDifference[]): DocumentChange[] {
  return [...insertions(differences.filter(({ kind }) => kind === 'added')), ...differences.filter(({ kind, fileText }) => kind !== 'added' && fileText !== '').flatMap(rewording), ...differences.filter(({ fileText }) => fileText === '').flatMap(removal)];
}

/** New paragraphs that go to the same place keep their order. */
function insertions(differences: readonly WordDifference[]): DocumentChange[] {
  const last = new Map<string, string>();
  return differences.map(({ fileText, blockKind, place }) => {
    const id = newRandomId();
    const anchor = place?.side === 'after' ? place.blockId : null;
    const after = anchor === null ? undefined : last.get(anchor);
    if (anchor !== null) last.set(anchor, id);
    const where: BlockPlace = after === undefined ? place : { side: 'after', blockId: after };
    return { kind: 'insertBlock', block: { type: isBlockKind(blockKind) ? blockKind : 'paragraph', id, text: fileText }, place: where };
  });
}

function rewording({ blockId, blockKind, fileText }: WordDifference): DocumentChange[] {
  if (blockId === null) return [];
  return blockKind === 'goal' || blockKind === 'measure' ? [{ kind: 'setTitle', blockId, title: tidyTitle(fileText) }] : [{ kind: 'setBlockText', blockId, text: fileText }];
}

const removal = ({ blockId }: WordDifference): DocumentChange[] => (blockId === null ? [] : [{ kind: 'removeBlock', blockId }]);
