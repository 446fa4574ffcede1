import { SetResponseConsentDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, NumberField, Section, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const USUAL_DAYS = 14;
const MOST_DAYS = 60;

/** Whether answers to feedback are proposed to those who gave it before all see them; for those who run the process. */
export function AnswersFirst({ processId, days }: { processId: string; days: number | null }) {
  const t = useText();
  const action = useAction(SetResponseConsentDocument, 'setResponseConsent');
  const [isOn, setIsOn] = useState(days !== null);
  const [typed, setTyped] = useState(days ?? USUAL_DAYS);
  const save = async () => {
    if (await action.run({ processId, days: isOn ? typed : null })) showToast(t('planning.answers-first.saved'));
  };
  return (
    <Section title={t('planning.answers-first.title')} description={t(days === null ? 'planning.answers-first.off' : 'planning.answers-first.on', { count: days ?? 0 })}>
      <ActionForm action={action} context="planning" fields={['days']} onSubmit={() => void save()}>
        <Checkbox isSelected={isOn} onChange={setIsOn}>{t('planning.answers-first.choose')}</Checkbox>
        {isOn ? <NumberField label={t('planning.answers-first.days')} hint={t('planning.answers-first.days-hint')} minValue={1} maxValue={MOST_DAYS} value={typed} onChange={setTyped} error={problemAt(action.problems, 'days', 'planning', t)} /> : null}
        <div className="kw-button-group"><Button type="submit" isPending={action.isPending} pendingText={t('planning.form.pending')}>{t('planning.answers-first.save')}</Button></div>
      </ActionForm>
    </Section>
  );
}
