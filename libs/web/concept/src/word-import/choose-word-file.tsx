import { uploadFile } from '@konzeptwerkstatt/web-data';
import { FileButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import type { Problem } from '../data/problem.js';
import { failureText, problemText } from '../data/problem.js';
import type { Outcome } from '../data/use-send.js';

const purpose = 'concept.word-document';

interface ChooseWordFileProps {
  /** Says to the server what the file is for; the answer holds a raw id. */
  start: (fileId: string) => Promise<Outcome<string>>;
  /** Whether one was chosen already. */
  isAgain: boolean;
  /** Gets the import's raw id. */
  onStarted: (uuid: string) => void;
}

/** Chooses a Word document and brings it to the server. */
export function ChooseWordFile({ start, isAgain, onStarted }: ChooseWordFileProps) {
  const t = useText();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  // Old Word files, those with macros and those with a password are all the same to who looks at the content: no .docx.
  const sentence = (problem: Problem): string => (problem.code === 'FILE_TYPE_REFUSED' ? t('concept.word.wrong-type') : problemText(t, problem));
  const bring = async (file: File): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const uploaded = await uploadFile(file, purpose);
    if (uploaded === null || 'problems' in uploaded) {
      setIsPending(false);
      return setFailure(uploaded === null ? t('concept.failure.UNREACHABLE') : uploaded.problems.map(sentence).join(' '));
    }
    const outcome = await start(uploaded.fileId);
    setIsPending(false);
    if (outcome.status === 'done') return onStarted(outcome.payload);
    setFailure(outcome.status === 'failed' ? failureText(t, outcome.failure) : outcome.problems.map(sentence).join(' '));
  };
  return (
    <div className="kw-stack">
      {failure ? <Notice tone="danger" live title={failure} /> : null}
      <div>
        <FileButton accept={['.docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']} variant={isAgain ? 'secondary' : 'primary'} isPending={isPending} pendingText={t('concept.import.bringing')} onChoose={(file) => void bring(file)}>
          {t(isAgain ? 'concept.word.choose-other' : 'concept.word.choose')}
        </FileButton>
      </div>
    </div>
  );
}
