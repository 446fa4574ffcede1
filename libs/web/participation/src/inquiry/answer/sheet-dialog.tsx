import type { InquirySheetPreviewQuery } from '@konzeptwerkstatt/web-data';
import { SaveInquiryAnswersDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, DataTable, Dialog, Notice, Original, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { answerText, lineTitle, questionText } from '../inquiry-words.js';
import type { Request } from '../inquiry-words.js';

type Preview = InquirySheetPreviewQuery['inquirySheetPreview'];
type Change = Preview['changes'][number];

/** What a spreadsheet that was chosen would change; nothing is saved before it was looked at. */
export function SheetDialog({ request, token, preview, onClose, onDone }: { request: Request; token: string | null; preview: Preview; onClose: () => void; onDone: () => void }) {
  const t = useText();
  const { day, number } = useLanguage();
  const save = useAction(SaveInquiryAnswersDocument, 'saveInquiryAnswers');
  const words = ({ questionKey }: Change, value: string) => {
    const question = request.questions.find(({ key }) => key === questionKey);
    if (value === '' || question === undefined) return '–';
    // What does not fit the question is shown as it was typed.
    const fits = question.type === 'CHOICE' ? question.options.includes(value) : question.type === 'YES_NO' ? ['yes', 'no'].includes(value) : question.type === 'DATE' ? /^\d{4}-\d{2}-\d{2}$/.test(value) : question.type !== 'NUMBER' || /^-?\d+(\.\d+)?$/.test(value);
    return fits ? answerText(t, question, value, { day, number }) : value;
  };
  const titleOf = ({ lineId }: Change) => {
    const index = request.lines.findIndex(({ id }) => id === lineId);
    const line = request.lines[index];
    return line === undefined ? '' : lineTitle(t, line, line.answers.find(({ questionKey }) => questionKey === 'title')?.value ?? '', index);
  };
  const takeOver = async () => {
    const answers = preview.changes.map(({ lineId, questionKey, after, revision }) => ({ lineId, questionKey, value: after, expectedRevision: revision }));
    if (!(await save.run({ requestId: request.id, token, answers }))) return;
    showToast(t('participation.inquiry.sheet-done'));
    onDone();
  };
  const wrongRow = preview.changes[Number(save.problems[0]?.path[1])]?.row;
  const columns = [
    { id: 'line', header: t('participation.inquiry.sheet-line'), isRowHeader: true, cell: (change: Change) => <Original>{titleOf(change)}</Original> },
    { id: 'question', header: t('participation.inquiry.sheet-question'), cell: (change: Change) => questionText(t, request.kind, request.questions.find(({ key }) => key === change.questionKey) ?? { key: '', label: '', isOfTheHouse: false, type: 'TEXT', isRequired: false, options: [], requiredWhenKey: null, requiredWhenValues: [] }) },
    { id: 'before', header: t('participation.inquiry.sheet-before'), cell: (change: Change) => <span dir="auto">{words(change, change.before)}</span> },
    { id: 'after', header: t('participation.inquiry.sheet-after'), cell: (change: Change) => <span dir="auto">{words(change, change.after)}</span> },
  ];
  const footer = (
    <>
      <Button onPress={onClose}>{t('participation.dialog.cancel')}</Button>
      {preview.changes.length > 0 ? <Button variant="primary" isPending={save.isPending} onPress={() => void takeOver()}>{t('participation.inquiry.sheet-take-over')}</Button> : null}
    </>
  );
  return (
    <Dialog title={t('participation.inquiry.sheet-title')} isOpen onClose={onClose} footer={footer}>
      <div className="kw-stack">
        <ActionNotice action={save} context="participation" />
        {wrongRow === undefined ? null : <p>{t('participation.inquiry.sheet-row', { row: wrongRow })}</p>}
        {preview.unknownRows.length > 0 ? <Notice tone="warning" title={t('participation.inquiry.sheet-unknown', { rows: preview.unknownRows.slice(0, 20).join(', ') })} /> : null}
        {preview.changes.length === 0
          ? <p>{t('participation.inquiry.sheet-nothing')}</p>
          : <><p>{t('participation.inquiry.sheet-changes', { count: preview.changes.length })}</p><DataTable caption={t('participation.inquiry.sheet-title')} columns={columns} groups={[{ id: 'all', rows: preview.changes }]} rowId={(change) => `${change.lineId}/${change.questionKey}`} /></>}
      </div>
    </Dialog>
  );
}
