import type { CardFactsFragment, GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { CardToGoalDocument, CardToMeasureDocument, CardToTextDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Dialog, Notice, RadioGroup, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Form = 'measure' | 'goal' | 'passage';

/** Takes a card over into the text of its table; where it came from stays attached. */
export function TakeOverDialog({ gathering, card, onClose }: { gathering: GatheringFactsFragment; card: CardFactsFragment; onClose: () => void }) {
  const t = useText();
  const measure = useAction(CardToMeasureDocument, 'addMeasure', ['Wall']);
  const goal = useAction(CardToGoalDocument, 'addGoal', ['Wall']);
  const passage = useAction(CardToTextDocument, 'addBlock', ['Wall']);
  const [form, setForm] = useState<Form>(card.kind === 'NEW_MEASURE' ? 'measure' : 'passage');
  const [title, setTitle] = useState((card.title ?? card.text).replace(/\s+/g, ' ').slice(0, 300));
  const [text, setText] = useState(card.text);
  const action = { measure, goal, passage }[form];
  const section = gathering.tables.find(({ uuid }) => uuid === card.tableUuid)?.section ?? null;
  const origin = { kind: 'participation.contribution', uuid: card.uuid };
  const submit = async () => {
    if (section === null) return;
    const fields = { sectionId: section.id, origin };
    const description = text.trim() === '' || text.trim() === title.trim() ? null : text;
    const done = form === 'measure' ? await measure.run({ ...fields, title, description }) : form === 'goal' ? await goal.run({ ...fields, title, description }) : await passage.run({ ...fields, kind: 'PARAGRAPH', text });
    if (!done) return;
    showToast(t('workshop.take-over.done', { section: section.title }));
    onClose();
  };
  const footer = (
    <>
      <Button onPress={onClose}>{t('workshop.form.cancel')}</Button>
      {section?.mayWrite ? <Button variant="primary" type="submit" form="uebernehmen" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.take-over.submit')}</Button> : null}
    </>
  );
  return (
    <Dialog title={t('workshop.take-over.title')} isOpen onClose={onClose} footer={footer} size="large">
      {section?.mayWrite ? (
        <ActionForm id="uebernehmen" action={action} context="workshop" fields={['title', 'text']} onSubmit={() => void submit()}>
          {card.isTakenOver && !action.isPending ? <Notice tone="warning" live title={t('workshop.take-over.already')}>{t('workshop.take-over.already-text')}</Notice> : null}
          <p>{t('workshop.take-over.lead', { section: section.title })}</p>
          <RadioGroup<Form> label={t('workshop.take-over.form')} value={form} onChange={setForm} options={(['passage', 'measure', 'goal'] as const).map((id) => ({ id, label: t(`workshop.take-over.as-${id}`) }))} />
          {form === 'passage' ? null : <TextField label={t('workshop.take-over.name')} value={title} onChange={setTitle} isRequired error={problemAt(action.problems, 'title', 'workshop', t)} />}
          <TextArea label={t('workshop.take-over.words')} rows={5} value={text} onChange={setText} error={problemAt(action.problems, 'text', 'workshop', t)} />
        </ActionForm>
      ) : <Notice title={t('workshop.take-over.no-text')}>{t('workshop.take-over.no-text-why')}</Notice>}
    </Dialog>
  );
}
