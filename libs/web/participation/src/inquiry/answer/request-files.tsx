import { useApolloClient } from '@apollo/client/react';
import type { InquirySheetPreviewQuery } from '@konzeptwerkstatt/web-data';
import { InquiryReceiptDocument, InquirySheetDocument, InquirySheetPreviewDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, FileButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { useState } from 'react';
import type { Request } from '../inquiry-words.js';
import { contentOf, handOut } from './handed-file.js';
import type { HandedFile } from './handed-file.js';
import { SheetDialog } from './sheet-dialog.js';

/** So large may a workbook be; one of 300 lines needs a tenth of it. */
const maxBytes = 500_000;
const tooLarge: UserProblem = { code: 'SHEET_UNREADABLE', message: '', path: [] };

/** Answers as files: the workbook to fill in, read in again, and the receipt. */
export function RequestFiles({ request, token, onReadIn }: { request: Request; token: string | null; onReadIn: () => void }) {
  const t = useText();
  const client = useApolloClient();
  const [preview, setPreview] = useState<InquirySheetPreviewQuery['inquirySheetPreview'] | null>(null);
  const [outcome, setOutcome] = useState<{ problems: readonly UserProblem[]; failure: unknown }>({ problems: [], failure: null });
  const [isPending, setIsPending] = useState<'sheet' | 'receipt' | 'reading' | null>(null);
  const [isMissing, setIsMissing] = useState(false);
  const during = async (what: NonNullable<typeof isPending>, work: () => Promise<void>) => {
    setOutcome({ problems: [], failure: null });
    setIsMissing(false);
    setIsPending(what);
    try {
      await work();
    } catch (failure) {
      setOutcome({ problems: [], failure });
    }
    setIsPending(null);
  };
  const give = (file: HandedFile | null | undefined) => {
    if (file) handOut(file);
    else setIsMissing(true);
  };
  const variables = { requestId: request.id, token };
  const sheet = () => during('sheet', async () => give((await client.query({ query: InquirySheetDocument, variables, fetchPolicy: 'no-cache' })).data?.inquirySheet));
  const receipt = () => during('receipt', async () => give((await client.query({ query: InquiryReceiptDocument, variables, fetchPolicy: 'no-cache' })).data?.inquiryReceipt));
  const read = (file: File) => during('reading', async () => {
    if (file.size > maxBytes) {
      setOutcome({ problems: [tooLarge], failure: null });
      return;
    }
    const { data } = await client.query({ query: InquirySheetPreviewDocument, variables: { ...variables, content: await contentOf(file) }, fetchPolicy: 'no-cache' });
    const found = data?.inquirySheetPreview;
    if (found && found.errors.length === 0) setPreview(found);
    else setOutcome({ problems: found?.errors ?? [tooLarge], failure: null });
  });
  return (
    <>
      <ActionNotice action={outcome} context="participation" />
      {isMissing ? <Notice tone="warning" live title={t('participation.inquiry.file-missing')} /> : null}
      <div className="kw-button-group">
        {request.submissionNumber ? <Button icon="download" isPending={isPending === 'receipt'} onPress={() => void receipt()}>{t('participation.inquiry.receipt')}</Button> : null}
        <Button icon="download" isPending={isPending === 'sheet'} onPress={() => void sheet()}>{t('participation.inquiry.sheet')}</Button>
        {request.isClosed ? null : <FileButton accept={['.xlsx']} isPending={isPending === 'reading'} onChoose={(file) => void read(file)}>{t('participation.inquiry.sheet-read')}</FileButton>}
      </div>
      {preview === null ? null : <SheetDialog request={request} token={token} preview={preview} onClose={() => setPreview(null)} onDone={() => { setPreview(null); onReadIn(); }} />}
    </>
  );
}
