import type { StepFactsFragment } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, Original, Section, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { AddStep } from './add-step.js';
import { ExternalFact } from './fact-basis.js';
import { keyLabel } from './key-label.js';
import './process.css';

function Step({ step }: { step: StepFactsFragment }) {
  const t = useText();
  const { partialDate } = useLanguage();
  return (
    <li className="kw-timeline__step">
      <p className="kw-timeline__date">{partialDate({ from: step.dateFrom, to: step.dateTo, precision: step.datePrecision })}</p>
      <div className="kw-timeline__text">
        <h3 className="kw-timeline__title"><Original>{step.title}</Original></h3>
        <p className="kw-muted">{keyLabel('step-kind', step.kind, t)}{step.actors.map((actor) => <span key={actor}> · <Original>{actor}</Original></span>)}</p>
        {step.note ? <p><Original>{step.note}</Original></p> : null}
        <ExternalFact basis={step.basis} sourceUrl={step.sourceUrl} />
      </div>
    </li>
  );
}

/** What happened when, from the first to the last; dates as exact as they are known. */
export function Steps({ processId, steps, mayManage }: { processId: string; steps: readonly StepFactsFragment[]; mayManage: boolean }) {
  const t = useText();
  const [isAdding, setIsAdding] = useState(false);
  return (
    <Section title={t('planning.steps.title')} actions={mayManage ? <Button size="small" icon="add" onPress={() => setIsAdding(true)}>{t('planning.steps.add')}</Button> : undefined}>
      {steps.length === 0 ? (
        <EmptyState icon="history" title={t('planning.steps.empty')}>{mayManage ? t('planning.steps.empty-manage') : t('planning.steps.empty-text')}</EmptyState>
      ) : (
        <ol className="kw-timeline">{steps.map((step) => <Step key={step.id} step={step} />)}</ol>
      )}
      {isAdding ? <AddStep processId={processId} onClose={() => setIsAdding(false)} /> : null}
    </Section>
  );
}
