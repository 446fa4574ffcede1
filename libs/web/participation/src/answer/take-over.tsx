import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { TakeOverMeasureDocument, TakeOverWordsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, showToast, useText } from '@konzeptwerkstatt/web-ui';

/** Under which the concept notes where it comes from. */
const originOf = ({ uuid }: ContributionFullFragment) => ({ kind: 'participation.contribution', uuid });

/** Puts proposed words into the text, or a proposed measure behind it, in one step. @param isTaken it is there, and what came of it will be known in a moment */
export function TakeOver({ contribution, isTaken, onTaken }: { contribution: ContributionFullFragment; isTaken: boolean; onTaken: () => void }) {
  const t = useText();
  const words = useAction(TakeOverWordsDocument, 'takeOverWords', ['ContributionPage']);
  const measure = useAction(TakeOverMeasureDocument, 'addMeasure', ['ContributionPage']);
  const { section, quote, quoteBefore, replacement, blockId, kind, title, text, anchor, outcomes } = contribution;
  // A text that is adopted, or that she may not write in, takes nothing over.
  if (!section?.mayWrite || isTaken || outcomes.length > 0) return null;
  const done = (isDone: boolean) => {
    if (!isDone) return;
    showToast(t('participation.take-over.done'));
    onTaken();
  };
  const takeWords = async () => done((await words.run({ sectionId: section.id, blockId, words: quote ?? '', before: quoteBefore ?? '', replacement: replacement ?? '', origin: originOf(contribution) })) !== null);
  const takeMeasure = async () => done((await measure.run({ sectionId: section.id, title: title ?? '', description: text === '' ? null : text, origin: originOf(contribution) })) !== null);
  return (
    <>
      <ActionNotice action={words} context="participation" />
      <ActionNotice action={measure} context="participation" />
      {replacement !== null && quote !== null && anchor?.state === 'IN_PLACE' ? <div><Button icon="edit" onPress={() => void takeWords()} isPending={words.isPending}>{t('participation.take-over.words')}</Button></div> : null}
      {kind === 'NEW_MEASURE' ? <div><Button icon="measure" onPress={() => void takeMeasure()} isPending={measure.isPending}>{t('participation.take-over.measure')}</Button></div> : null}
    </>
  );
}
