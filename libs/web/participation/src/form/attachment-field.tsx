import { uploadFile } from '@konzeptwerkstatt/web-data';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { Button, FileButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useRef, useState } from 'react';
import type { Attachment } from './kept-draft.js';

const purpose = 'participation.attachment';
const accept = ['application/pdf', 'image/png', 'image/jpeg', 'image/webp', '.pdf', '.png', '.jpg', '.jpeg', '.webp', '.docx', '.xlsx'];
const most = 5;

interface Props {
  files: readonly Attachment[];
  onChange: (files: readonly Attachment[]) => void;
  error: string | null;
}

/** Files that are sent along: each is brought to the server at once, and kept with the contribution. */
export function AttachmentField({ files, onChange, error }: Props) {
  const t = useText();
  const [isPending, setIsPending] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const heading = useRef<HTMLHeadingElement>(null);
  const bring = async (chosen: File): Promise<void> => {
    if (isPending) return;
    setFailure(null);
    setIsPending(true);
    const uploaded = await uploadFile(chosen, purpose);
    setIsPending(false);
    if (uploaded !== null && 'fileId' in uploaded) return onChange([...files, { id: uploaded.fileId, name: chosen.name }]);
    setFailure(uploaded === null ? t('participation.attachment.unreachable') : uploaded.problems.map((problem) => problemText(problem, 'participation', t)).join(' '));
  };
  const remove = (id: string) => {
    onChange(files.filter((file) => file.id !== id));
    heading.current?.focus();
  };
  return (
    <section className="kw-attachments" aria-label={t('participation.attachment.title')}>
      <h2 className="kern-heading-small" ref={heading} tabIndex={-1}>{t('participation.attachment.title')} <span className="kw-muted">{t('participation.attachment.optional')}</span></h2>
      <p className="kw-muted">{t('participation.attachment.hint')}</p>
      {failure ?? error ? <Notice tone="danger" live title={failure ?? error ?? ''} /> : null}
      {files.length > 0 ? (
        <ul className="kw-attachments__list">
          {files.map(({ id, name }) => (
            <li key={id} className="kw-cluster"><bdi>{name}</bdi><Button size="small" icon="remove" isDisabled={isPending} onPress={() => remove(id)} aria-label={t('participation.attachment.remove-named', { name })}>{t('participation.attachment.remove')}</Button></li>
          ))}
        </ul>
      ) : null}
      {files.length < most ? <div className="kw-button-group"><FileButton accept={accept} isPending={isPending} pendingText={t('participation.attachment.bringing')} onChoose={(chosen) => void bring(chosen)}>{t(files.length > 0 ? 'participation.attachment.another' : 'participation.attachment.choose')}</FileButton></div> : null}
    </section>
  );
}
