import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { RecordGatheringResultsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, useHasKeptWords, useKeptWords, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, EmptyState, Original, Section, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** Two texts below each other; what is the same stands once. */
const together = (mine: string, other: string): string => [...new Set([mine.trim(), other.trim()])].filter(Boolean).join('\n\n');

const placeOf = ({ uuid }: GatheringFactsFragment): string => `protokoll/${uuid}`;

/** Takes what was typed away from the device, too. */
function Discard({ onDiscard }: { onDiscard: () => void }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  return (
    <>
      <Button onPress={() => setIsAsking(true)}>{t('workshop.results.discard')}</Button>
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={onDiscard} isDangerous title={t('workshop.results.discard-title')} confirmLabel={t('workshop.results.discard')}>{t('workshop.results.discard-text')}</ConfirmDialog>
    </>
  );
}

/** Minutes are written for hours: what is typed stays on this device until it is saved. */
function ResultsForm({ gathering, onClose }: { gathering: GatheringFactsFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(RecordGatheringResultsDocument, 'recordGatheringResults', ['GatheringPage']);
  const saved = { minutes: gathering.minutes, results: gathering.results, revision: gathering.revision };
  const isTyped = (words: typeof saved): boolean => words.minutes !== gathering.minutes || words.results !== gathering.results;
  const { words, change, settle } = useKeptWords(placeOf(gathering), saved, isTyped);
  const { minutes, results } = words;
  const { seen, isOvertaken, shown, keep } = useSeenRevision(gathering.revision, action, words.revision);
  const merge = (merged: (mine: string, other: string) => string) => {
    change({ minutes: merged(minutes, gathering.minutes), results: merged(results, gathering.results), revision: gathering.revision });
    keep();
  };
  const close = () => {
    settle(saved);
    onClose();
  };
  const submit = async () => {
    if (!(await action.run({ gatheringId: gathering.id, expectedRevision: seen, minutes, results }))) return;
    showToast(t('workshop.results.saved'));
    close();
  };
  return (
    <ActionForm action={shown} context="workshop" fields={['minutes', 'results']} onSubmit={() => void submit()}>
      {isOvertaken ? (
        <Overtaken onTake={() => merge((_, other) => other)} onKeep={() => merge((mine) => mine)} onBoth={() => merge(together)} facts={[
          { term: t('workshop.results.results'), value: <p className="kw-plain-text"><Original>{gathering.results}</Original></p> },
          { term: t('workshop.results.minutes'), value: <p className="kw-plain-text"><Original>{gathering.minutes}</Original></p> },
        ]} />
      ) : null}
      <TextArea label={t('workshop.results.results')} rows={6} value={results} onChange={(text) => change({ results: text })} error={problemAt(action.problems, 'results', 'workshop', t)} />
      <TextArea label={t('workshop.results.minutes')} rows={12} value={minutes} onChange={(text) => change({ minutes: text })} error={problemAt(action.problems, 'minutes', 'workshop', t)} />
      {isTyped(words) ? <p className="kw-muted" role="status">{t('workshop.results.kept')}</p> : null}
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.results.submit')}</Button>
        {isTyped(words) ? <Discard onDiscard={close} /> : <Button onPress={close}>{t('workshop.form.cancel')}</Button>}
      </div>
    </ActionForm>
  );
}

/** What was said, and what came of it. */
export function Results({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const { minutes, results, mayModerate, state } = gathering;
  const [isWriting, setIsWriting] = useState(useHasKeptWords(placeOf(gathering)) && mayModerate);
  if (state === 'PLANNED' && minutes === '' && results === '') return null;
  return (
    <Section title={t('workshop.results.title')} actions={mayModerate && !isWriting ? <Button size="small" icon="edit" onPress={() => setIsWriting(true)}>{t('workshop.results.write')}</Button> : undefined}>
      {isWriting ? <ResultsForm gathering={gathering} onClose={() => setIsWriting(false)} /> : (
        <>
          {minutes === '' && results === '' ? <EmptyState title={t('workshop.results.empty')} /> : null}
          {results === '' ? null : <><h3 className="kern-heading-small">{t('workshop.results.results')}</h3><p className="kw-plain-text" lang="de" dir="auto">{results}</p></>}
          {minutes === '' ? null : <><h3 className="kern-heading-small">{t('workshop.results.minutes')}</h3><p className="kw-plain-text" lang="de" dir="auto">{minutes}</p></>}
        </>
      )}
    </Section>
  );
}
