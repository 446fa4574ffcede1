import { useQuery } from '@apollo/client/react';
import type { MunicipalitySettingsQuery, SetupStep } from '@konzeptwerkstatt/web-data';
import { GoToSetupStepDocument, MunicipalitySettingsDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Loading, Notice, PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';
import '../catalogue.js';
import '../municipality.css';
import { ConceptForm } from '../forms/concept-form.js';
import { LookForm } from '../forms/look-form.js';
import { WordingForm } from '../forms/wording-form.js';

type Viewer = NonNullable<MunicipalitySettingsQuery['viewer']>;
const steps: readonly SetupStep[] = ['LOOK', 'WORDING', 'CONCEPT'];

/** Which steps there are, which is done and which is open. */
function StepList({ current, onGo }: { current: SetupStep; onGo: (step: SetupStep) => void }) {
  const t = useText();
  const at = steps.indexOf(current);
  return (
    <nav aria-label={t('municipality.steps.label')}>
      <ol className="kw-steps">
        {steps.map((step, index) => (
          <li key={step} aria-current={step === current ? 'step' : undefined}>
            {index < at ? <Button size="small" icon="check" onPress={() => onGo(step)}>{t(`municipality.step.${step}`)}</Button> : <span>{t('municipality.steps.numbered', { number: index + 1, name: t(`municipality.step.${step}`) })}</span>}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function Steps({ viewer, step }: { viewer: Viewer; step: SetupStep }) {
  const t = useText();
  const action = useAction(GoToSetupStepDocument, 'goToSetupStep', ['MunicipalitySettings', 'Viewer']);
  const go = (next: SetupStep) => void action.run({ step: next });
  return (
    <div className="kw-stack">
      <StepList current={step} onGo={go} />
      <ActionNotice action={action} context="municipality" />
      <Section title={t(`municipality.step.${step}`)} description={t(`municipality.step-text.${step}`)}>
        {step === 'LOOK' ? (
          <div className="kw-stack">
            <LookForm municipality={viewer.municipality} />
            <div className="kw-button-group"><Button variant="primary" isPending={action.isPending} pendingText={t('municipality.form.saving')} onPress={() => go('WORDING')}>{t('municipality.steps.next')}</Button></div>
          </div>
        ) : null}
        {step === 'WORDING' ? <WordingForm municipality={viewer.municipality} submitLabel={t('municipality.steps.save-next')} onSaved={() => go('CONCEPT')} /> : null}
        {step === 'CONCEPT' ? <ConceptForm municipality={viewer.municipality} planned={viewer.setup?.plannedConcept ?? null} /> : null}
      </Section>
    </div>
  );
}

/** Setting the own municipality up, step by step; everything is saved as one goes, and one comes back to where one was. */
export default function SetupPage() {
  const t = useText();
  const { data, error, refetch } = useQuery(MunicipalitySettingsDocument, { fetchPolicy: 'cache-and-network' });
  const viewer = data?.viewer;
  if (error && !viewer) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  if (!viewer) return <Loading lines={5} />;
  if (!viewer.mayAdminister) return <NotFoundPage />;
  const step = viewer.setup?.step;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('municipality.setup.title', { municipality: viewer.municipality.name })}>{step ? t('municipality.setup.lead') : null}</PageHeader>
      {step ? <Steps viewer={viewer} step={step} /> : (
        <Notice tone="success" title={t('municipality.setup.done')} actions={<><LinkButton variant="primary" href="/konzepte">{t('municipality.concept.to-concepts')}</LinkButton><LinkButton href="/einstellungen">{t('municipality.setup.to-settings')}</LinkButton></>} />
      )}
    </div>
  );
}
