import type { AnswerChoicesQuery } from '@konzeptwerkstatt/web-data';
import { RemoveReasonTextDocument, SaveReasonTextDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Select, showToast, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

interface Props {
  texts: AnswerChoicesQuery['reasonTexts'];
  reasons: string;
  onChange: (reasons: string) => void;
  error: string | null;
  isNeeded: boolean;
}

/** Keeps what is written as a text block for the next time. */
function KeepAsBlock({ text }: { text: string }) {
  const t = useText();
  const action = useAction(SaveReasonTextDocument, 'saveReasonText', ['AnswerChoices']);
  const [isOpen, setIsOpen] = useState(false);
  const [title, setTitle] = useState('');
  const save = async () => {
    if (!(await action.run({ title, text }))) return;
    showToast(t('participation.reasons.kept'));
    setIsOpen(false);
    setTitle('');
  };
  if (!isOpen) return <div><Button size="small" onPress={() => setIsOpen(true)} isDisabled={text.trim() === ''}>{t('participation.reasons.keep')}</Button></div>;
  return (
    <div className="kw-stack kw-stack--tight">
      <ActionNotice action={action} context="participation" />
      <TextField label={t('participation.reasons.name')} value={title} onChange={setTitle} />
      <div className="kw-button-group"><Button size="small" onPress={() => void save()} isPending={action.isPending}>{t('participation.reasons.keep')}</Button></div>
    </div>
  );
}

/** The text blocks there are, each with the way to take it out. */
function Blocks({ texts }: Pick<Props, 'texts'>) {
  const t = useText();
  const action = useAction(RemoveReasonTextDocument, 'removeReasonText', ['AnswerChoices']);
  const [chosen, setChosen] = useState<Props['texts'][number] | null>(null);
  const remove = async () => {
    if (chosen !== null && (await action.run({ reasonTextId: chosen.id }))) showToast(t('participation.reasons.removed'));
    setChosen(null);
  };
  return (
    <details>
      <summary>{t('participation.reasons.blocks')}</summary>
      <ActionNotice action={action} context="participation" />
      <ul className="kw-attachments__list">
        {texts.map((block) => <li key={block.id} className="kw-cluster"><bdi>{block.title}</bdi><Button size="small" icon="remove" onPress={() => setChosen(block)} aria-label={t('participation.reasons.remove-named', { title: block.title })}>{t('participation.attachment.remove')}</Button></li>)}
      </ul>
      <ConfirmDialog title={t('participation.reasons.remove-title')} isOpen={chosen !== null} confirmLabel={t('participation.attachment.remove')} isDangerous isPending={action.isPending} onConfirm={() => void remove()} onCancel={() => setChosen(null)}>{t('participation.reasons.remove-text', { title: chosen?.title ?? '' })}</ConfirmDialog>
    </details>
  );
}

/** Why, in one's own words or with a text block of the municipality. */
export function ReasonsField({ texts, reasons, onChange, error, isNeeded }: Props) {
  const t = useText();
  const insert = (id: string | null) => {
    const text = texts.find((block) => block.id === id)?.text;
    if (text) onChange(reasons.trim() === '' ? text : `${reasons.trimEnd()}\n\n${text}`);
  };
  return (
    <>
      {texts.length > 0 ? <Select label={t('participation.reasons.insert')} options={texts.map(({ id, title }) => ({ id, label: title }))} value={null} onChange={insert} /> : null}
      <TextArea label={t('participation.reasons.label')} hint={t(isNeeded ? 'participation.reasons.needed' : 'participation.reasons.hint')} rows={6} lang="de" dir="auto" value={reasons} onChange={onChange} error={error} />
      <KeepAsBlock text={reasons} />
      {texts.length > 0 ? <Blocks texts={texts} /> : null}
    </>
  );
}
