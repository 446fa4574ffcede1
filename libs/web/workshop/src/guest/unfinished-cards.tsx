import { Button, ConfirmDialog, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { CopyText } from './copy-text.js';
import { keepDraft, keptDraft } from './kept-cards.js';
import type { CardDraft } from './kept-cards.js';
import type { GuestTable } from './write-card.js';

interface Unfinished {
  readonly tableUuid: string;
  readonly draft: CardDraft;
}

/** Cards that somebody was still writing when nothing could be sent off any more: the words, to be taken along or thrown away. */
export function UnfinishedCards({ guestUuid, tables }: { guestUuid: string; tables: readonly GuestTable[] }) {
  const t = useText();
  const [unfinished, setUnfinished] = useState<readonly Unfinished[]>(() => tables.flatMap(({ uuid: tableUuid }) => {
    const draft = keptDraft(guestUuid, tableUuid);
    return draft === null ? [] : [{ tableUuid, draft }];
  }));
  const [discarded, setDiscarded] = useState<Unfinished | null>(null);
  const discard = () => {
    if (discarded !== null) keepDraft(guestUuid, discarded.tableUuid, { ...discarded.draft, title: '', text: '' });
    setUnfinished(unfinished.filter((one) => one !== discarded));
    setDiscarded(null);
  };
  return (
    <>
      {unfinished.map((one) => (
        <Notice key={one.tableUuid} tone="warning" title={t('workshop.unfinished.title')} actions={<><CopyText words={one.draft} /><Button size="small" icon="remove" onPress={() => setDiscarded(one)}>{t('workshop.own.discard')}</Button></>}>
          {[one.draft.title, one.draft.text].filter((part) => part !== '').map((part) => <p key={part} className="kw-wall-card__text" lang={one.draft.language} dir="auto">{part}</p>)}
        </Notice>
      ))}
      <ConfirmDialog isOpen={discarded !== null} onCancel={() => setDiscarded(null)} onConfirm={discard} isDangerous title={t('workshop.own.discard-title')} confirmLabel={t('workshop.own.discard')}>{t('workshop.own.discard-text')}</ConfirmDialog>
    </>
  );
}
