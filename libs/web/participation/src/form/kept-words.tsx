import { Button, ConfirmDialog, Notice, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { CopyWords } from './copy-words.js';
import type { Draft } from './kept-draft.js';

/** What somebody wrote where she may not look any more: the time is over or her role is gone, but her words are on this device, to be taken along. */
export function KeptWords({ draft, onDiscard }: { draft: Draft; onDiscard: () => void }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const words = [draft.title, draft.replacement ?? '', draft.text].filter((part) => part.trim() !== '');
  return (
    <>
      <PageHeader title={t('participation.form.page')} />
      <div className="kw-stack">
        <Notice tone="warning" title={t('participation.form.closed')}>{t('participation.kept.text')}</Notice>
        <section className="kw-stack" aria-labelledby="eigene-worte">
          <h2 id="eigene-worte" className="kern-heading-small">{t('participation.kept.title')}</h2>
          <div lang={draft.language}>{words.map((text, index) => <p key={index} className="kw-words" dir="auto">{text}</p>)}</div>
        </section>
        <div className="kw-button-group">
          <CopyWords words={words.join('\n\n')} variant="primary" />
          <Button onPress={() => setIsAsking(true)}>{t('participation.linked.discard')}</Button>
        </div>
      </div>
      <ConfirmDialog title={t('participation.linked.discard-title')} isOpen={isAsking} isDangerous confirmLabel={t('participation.linked.discard')} onConfirm={onDiscard} onCancel={() => setIsAsking(false)}>{t('participation.linked.discard-text')}</ConfirmDialog>
    </>
  );
}
