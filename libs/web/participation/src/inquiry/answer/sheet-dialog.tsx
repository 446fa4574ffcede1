import type { InquirySheetPreviewQuery } from '@konzeptwerkstatt/web-data';
import { SaveInquiryAnswersDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, DataTable, Dialog, Notice, Original, showToast, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { answerText, lineTitle, questionText } from '../inquiry-words.js';
import type { Request } from '../inquiry-words.js';

type Preview = InquirySheetPreviewQuery['inquirySheetPreview'];
type Change = Preview['changes'][number];

/** What does not fit, by row and column; the file is to be corrected first. */
function SheetProblems({ problems }: { problems: Preview['problems'] }) {
  const t = useText();
  return (
    <Notice tone="danger" title={t('participation.inquiry.sheet-wrong')}>
      <ul>{problems.map(({ row, column, code }) => <li key={`${row}/${column}`}><Original>{t('participation.inquiry.sheet-cell', { row, column })}</Original> {t(`participation.error.${code}`)}</li>)}</ul>
    </Notice>
  );
}

/** Rows that become entries of their own. */
function NewRows({ request, rows, words }: { request: Request; rows: Preview['newRows']; words: (cell: { questionKey: string }, value: string) => string }) {
  const t = useText();
  return (
    <>
      <p>{t('participation.inquiry.sheet-new', { count: rows.length })}</p>
      <ul>
        {rows.map(({ row, answers }) => (
          <li key={row}>
            {t('participation.inquiry.sheet-new-row', { row })}{' '}
            {request.questions.filter(({ key }) => answers.some(({ questionKey }) => questionKey === key)).map(({ key }, index) => <span key={key} dir="auto">{index > 0 ? ' · ' : ''}<Original>{words({ questionKey: key }, answers.find(({ questionKey }) => questionKey === key)?.value ?? '')}</Original></span>)}
          </li>
        ))}
      </ul>
    </>
  );
}

/** What a spreadsheet that was chosen would change; nothing is saved before it was looked at. */
export function SheetDialog({ request, token, preview, onClose, onDone }: { request: Request; token: string | null; preview: Preview; onClose: () => void; onDone: () => void }) {
  const t = useText();
  const { day, number } = useLanguage();
  const save = useAction(SaveInquiryAnswersDocument, 'saveInquiryAnswers');
  const words = ({ questionKey }: Pick<Change, 'questionKey'>, value: string) => {
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
    const newLines = preview.newRows.map((row) => ({ answers: row.answers.map(({ questionKey, value }) => ({ questionKey, value })) }));
    if (!(await save.run({ requestId: request.id, token, answers, newLines }))) return;
    showToast(t('participation.inquiry.sheet-done'));
    onDone();
  };
  const [part, at] = save.problems[0]?.path ?? [];
  const wrongRow = (part === 'newLines' ? preview.newRows : preview.changes)[Number(at)]?.row;
  const columns = [
    { id: 'line', header: t('participation.inquiry.sheet-line'), isRowHeader: true, cell: (change: Change) => <Original>{titleOf(change)}</Original> },
    { id: 'question', header: t('participation.inquiry.sheet-question'), cell: (change: Change) => questionText(t, request.kind, request.questions.find(({ key }) => key === change.questionKey) ?? { key: '', label: '', isOfTheHouse: false, type: 'TEXT', isRequired: false, options: [], requiredWhenKey: null, requiredWhenValues: [], askedWhenKey: null, askedWhenValues: [] }) },
    { id: 'before', header: t('participation.inquiry.sheet-before'), cell: (change: Change) => <span dir="auto">{words(change, change.before)}</span> },
    { id: 'after', header: t('participation.inquiry.sheet-after'), cell: (change: Change) => <span dir="auto">{words(change, change.after)}</span> },
  ];
  const footer = (
    <>
      <Button onPress={onClose}>{t('participation.dialog.cancel')}</Button>
      {preview.problems.length === 0 && preview.changes.length + preview.newRows.length > 0 ? <Button variant="primary" isPending={save.isPending} onPress={() => void takeOver()}>{t('participation.inquiry.sheet-take-over')}</Button> : null}
    </>
  );
  return (
    <Dialog title={t('participation.inquiry.sheet-title')} isOpen onClose={onClose} footer={footer}>
      <div className="kw-stack">
        <ActionNotice action={save} context="participation" />
        {wrongRow === undefined ? null : <p>{t('participation.inquiry.sheet-row', { row: wrongRow })}</p>}
        {preview.problems.length > 0 ? <SheetProblems problems={preview.problems} /> : null}
        {preview.unknownRows.length > 0 ? <Notice tone="warning" title={t('participation.inquiry.sheet-unknown', { rows: preview.unknownRows.slice(0, 20).join(', ') })} /> : null}
        {preview.changes.length + preview.newRows.length === 0 ? <p>{t('participation.inquiry.sheet-nothing')}</p> : null}
        {preview.newRows.length > 0 ? <NewRows request={request} rows={preview.newRows} words={words} /> : null}
        {preview.changes.length === 0 ? null : <><p>{t('participation.inquiry.sheet-changes', { count: preview.changes.length })}</p><DataTable caption={t('participation.inquiry.sheet-title')} columns={columns} groups={[{ id: 'all', rows: preview.changes }]} rowId={(change) => `${change.lineId}/${change.questionKey}`} /></>}
      </div>
    </Dialog>
  );
}
