import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { RecordGatheringResultsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, EmptyState, Section, showToast, TextArea, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

function ResultsForm({ gathering, onClose }: { gathering: GatheringFactsFragment; onClose: () => void }) {
  const t = useText();
  const action = useAction(RecordGatheringResultsDocument, 'recordGatheringResults');
  const [minutes, setMinutes] = useState(gathering.minutes);
  const [results, setResults] = useState(gathering.results);
  const submit = async () => {
    if (!(await action.run({ gatheringId: gathering.id, minutes, results }))) return;
    showToast(t('workshop.results.saved'));
    onClose();
  };
  return (
    <ActionForm action={action} context="workshop" fields={['minutes', 'results']} onSubmit={() => void submit()}>
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
