import { AddInquiryLineDocument, ConfirmInquiryLinesDocument, HandInInquiryDocument, useAction } from '@konzeptwerkstatt/web-data';
import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, Progress, StatusTag, showToast, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useMemo, useRef, useState } from 'react';
import { isInPart } from '../inquiry-words.js';
import type { Request } from '../inquiry-words.js';
import { RequestExtras } from './request-extras.js';
import { MissingLines } from './missing-lines.js';
import { AnswerSummary, RequestLine } from './request-line.js';
import { useDrafts } from './use-drafts.js';
import { WhoReadsIt } from './who-reads-it.js';
import type { DraftState } from './use-drafts.js';

interface Props {
  request: Request;
  /** Of the mail link; null with a session. */
  token: string | null;
  /** Whether the office enters it on behalf. */
  isOffice?: boolean;
  onReload: () => Promise<unknown>;
}

/** What keeps lines from being handed in, by raw id of the line and key of the question. */
function missingOf(problems: readonly UserProblem[]): ReadonlyMap<string, ReadonlyMap<string, string>> {
  const lines = new Map<string, Map<string, string>>();
  for (const { path, code } of problems) {
    if (path[0] !== 'lines') continue;
    const line = lines.get(path[1] ?? '') ?? new Map<string, string>();
    lines.set(path[1] ?? '', line.set(path[2] ?? '', code));
  }
  return lines;
}

/** What is true about what was typed: where it is, and that it is not handed in by that. */
function SaveLine({ state, isKept, request }: { state: DraftState; isKept: boolean; request: Request }) {
  const t = useText();
  const { instant } = useLanguage();
  const sentAt = request.hasUnsentChanges || state !== 'saved' ? null : request.handedInAt;
  return (
    <p role="status" className={state === 'failed' || state === 'refused' || state === 'ended' ? 'kw-inquiry-missing' : 'kw-muted'}>
      {sentAt ? t('participation.inquiry.sent', { at: instant(sentAt) }) : t(`participation.inquiry-draft.${state === 'failed' && isKept ? 'failed-kept' : state}`)}
    </p>
  );
}

/** How far the organisation is, in words. */
export function RequestState({ request }: { request: Request }) {
  const t = useText();
  const { moment: deadline } = useTownTime();
  const isDone = request.state === 'RELEASED' || request.state === 'ANSWERED';
  return (
    <p className="kw-cluster">
      <StatusTag tone={isDone ? 'success' : request.isPast ? 'warning' : 'neutral'}>{t(isDone || !request.isPast ? `participation.inquiry-state.${request.state}` : 'participation.inquiry.late')}</StatusTag>
      {isInPart(request) ? <StatusTag>{t('participation.inquiry.in-part', { done: request.submittedLines.length, total: request.lines.length })}</StatusTag> : null}
      <span>{t(request.isClosed ? 'participation.inquiry.closed' : 'participation.inquiry.until', { at: deadline(request.closesAt) })}</span>
    </p>
  );
}

/** Everything one is asked in one inquiry, line by line, with what can be done with the whole. */
export function RequestForm({ request, token, isOffice = false, onReload }: Props) {
  const t = useText();
  const root = useRef<HTMLDivElement>(null);
  const drafts = useDrafts(request, token, onReload);
  const confirm = useAction(ConfirmInquiryLinesDocument, 'confirmInquiryLines');
  const add = useAction(AddInquiryLineDocument, 'addInquiryLine');
  const handIn = useAction(HandInInquiryDocument, 'handInInquiry', isOffice ? ['InquiryPage'] : []);
  const [isFromSheet, setIsFromSheet] = useState(false);
  const missing = useMemo(() => missingOf(handIn.problems), [handIn.problems]);
  const untouched = request.lines.filter((line) => line.isUntouched).length;
  const done = request.lines.filter((line) => line.isComplete && !line.isUntouched).length;
  const isReadOnly = request.isClosed;
  const submit = async (inPart: boolean) => {
    if (!(await drafts.flush())) return;
    const payload = await handIn.run({ requestId: request.id, token, isFromSheet, isInPart: inPart });
    if (payload) showToast(t(isOffice ? 'participation.inquiry.entered' : payload.request?.state === 'ANSWERED' ? 'participation.inquiry.handed-in-for-release' : 'participation.inquiry.handed-in'));
    // What leads on: handing in what is there, or else the first gap.
    else setTimeout(() => (root.current?.querySelector<HTMLElement>('.kw-inquiry-part') ?? root.current?.querySelector<HTMLElement>('.kw-inquiry-missing, [aria-invalid="true"]'))?.scrollIntoView({ block: 'center' }));
  };
  const confirmAll = () => void confirm.run({ requestId: request.id, token, lineIds: null, isUnchanged: true });
  return (
    <div ref={root} className="kw-stack">
      <RequestState request={request} />
      {request.isPast && !request.isClosed && !isOffice ? <Notice tone="warning" title={t('participation.inquiry.past')}>{t('participation.inquiry.past-text')}</Notice> : null}
      {request.state === 'ANSWERED' ? <Notice title={t('participation.inquiry.waits-for-release')}>{t(request.mayRelease ? 'participation.inquiry.waits-for-you' : 'participation.inquiry.waits-for-release-text')}</Notice> : null}
      {request.returnReason ? <Notice tone="warning" title={t('participation.inquiry.returned')}><p className="kw-words" dir="auto">{request.returnReason}</p><p>{t('participation.inquiry.returned-text')}</p></Notice> : null}
      {request.hasUnsentChanges && !request.isClosed ? <Notice tone="warning" title={t('participation.inquiry.unsent')}>{t('participation.inquiry.unsent-text')}</Notice> : null}
      {isInPart(request) && !request.isClosed ? <Notice title={t('participation.inquiry.in-part-title')}>{t('participation.inquiry.in-part-text')}</Notice> : null}
      {request.introduction === '' ? null : <p className="kw-words" dir="auto">{request.introduction}</p>}
      {request.lines.length > 1 ? <Progress label={t('participation.inquiry.progress')} value={done} max={request.lines.length} text={t('participation.inquiry.progress-text', { done, total: request.lines.length })} /> : null}
      {untouched > 1 && !isReadOnly ? (
        <div className="kw-button-group"><Button isPending={confirm.isPending} onPress={confirmAll}>{t('participation.inquiry.all-unchanged', { count: untouched })}</Button></div>
      ) : null}
      <ActionNotice action={confirm} context="participation" />
      {request.lines.map((line, index) => (
        <RequestLine key={line.id} request={request} token={token} line={line} index={index} drafts={drafts} missing={missing.get(line.uuid) ?? new Map()} isReadOnly={isReadOnly} />
      ))}
      {request.lines.length === 0 ? <p className="kw-muted">{t('participation.inquiry.no-lines')}</p> : null}
      <ActionNotice action={add} context="participation" />
      {request.mayAddLines && !isReadOnly ? <div className="kw-button-group"><Button icon="add" isPending={add.isPending} onPress={() => void add.run({ requestId: request.id, token })}>{t('participation.inquiry.add-line')}</Button></div> : null}
      {isReadOnly ? null : (
        <>
          <SaveLine state={drafts.state} isKept={drafts.isKept} request={request} />
          <ActionNotice action={handIn} context="participation" fields={['lines']} />
          <MissingLines request={request} missing={missing} isPending={handIn.isPending} onHandIn={() => void submit(true)} />
          {isOffice ? null : <WhoReadsIt request={request} />}
          <div className="kw-button-group">
            <Button variant={request.mayRelease && !request.hasUnsentChanges ? 'secondary' : 'primary'} isPending={handIn.isPending} pendingText={t('participation.form.sending')} onPress={() => void submit(false)}>{t(isOffice ? 'participation.inquiry.enter-phone' : 'participation.inquiry.hand-in')}</Button>
          </div>
        </>
      )}
      <RequestExtras request={request} token={token} isOffice={isOffice} onReadIn={() => setIsFromSheet(true)} onReload={onReload} />
    </div>
  );
}

/** What was handed in last, as it counts. */
export function Submitted({ request }: { request: Request }) {
  return <div className="kw-stack">{request.submittedLines.map((line) => <div key={line.uuid} className="kw-inquiry-line">{line.title === '' ? null : <p className="kern-heading-small">{`${line.number} ${line.title}`.trim()}</p>}<AnswerSummary request={request} answers={line.answers} /></div>)}</div>;
}
