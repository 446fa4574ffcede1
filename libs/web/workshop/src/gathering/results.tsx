import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { RecordGatheringResultsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, Overtaken, problemAt, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, EmptyState, Original, Section, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

/** Two texts below each other; what is the same stands once. */
const together = (mine: string, other: string): string => [...new Set([mine.trim(), other.trim()])].filter(Boolean).join('\n\n');

function ResultsForm({ gathering, onClose }: { gathering: GatheringFactsFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(RecordGatheringResultsDocument, 'recordGatheringResults', ['GatheringPage']);
  const { seen, isOvertaken, shown, keep } = useSeenRevision(gathering.revision, action);
  const [minutes, setMinutes] = useState(gathering.minutes);
  const [results, setResults] = useState(gathering.results);
  const settle = (merged: (mine: string, other: string) => string) => {
    setMinutes(merged(minutes, gathering.minutes));
    setResults(merged(results, gathering.results));
    keep();
  };
  const submit = async () => {
    if (!(await action.run({ gatheringId: gathering.id, expectedRevision: seen, minutes, results }))) return;
    showToast(t('workshop.results.saved'));
    onClose();
  };
  return (
    <ActionForm action={shown} context="workshop" fields={['minutes', 'results']} onSubmit={() => void submit()}>
      {isOvertaken ? (
        <Overtaken onTake={() => settle((_, other) => other)} onKeep={keep} onBoth={() => settle(together)} facts={[
          { term: t('workshop.results.results'), value: <p className="kw-plain-text"><Original>{gathering.results}</Original></p> },
          { term: t('workshop.results.minutes'), value: <p className="kw-plain-text"><Original>{gathering.minutes}</Original></p> },
        ]} />
      ) : null}
      <TextArea label={t('workshop.results.results')} rows={6} value={results} onChange={setResults} error={problemAt(action.problems, 'results', 'workshop', t)} />
      <TextArea label={t('workshop.results.minutes')} rows={12} value={minutes} onChange={setMinutes} error={problemAt(action.problems, 'minutes', 'workshop', t)} />
      <div className="kw-button-group">
        <Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.results.submit')}</Button>
        <Button onPress={onClose}>{t('workshop.form.cancel')}</Button>
      </div>
    </ActionForm>
  );
}

/** What was said, and what came of it. */
export function Results({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const [isWriting, setIsWriting] = useState(false);
  const { minutes, results, mayModerate, state } = gathering;
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
