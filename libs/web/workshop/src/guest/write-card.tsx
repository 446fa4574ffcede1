import type { ContributionKind, GuestHomeQuery } from '@konzeptwerkstatt/web-data';
import { Button, Notice, Original, RadioGroup, Select, TextArea, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { languageName, textLanguages } from '../text-languages.js';
import { cardKinds } from './card-kinds.js';
import { keepDraft, keptDraft } from './kept-cards.js';
import type { CardDraft } from './kept-cards.js';

type Guest = NonNullable<GuestHomeQuery['guest']>;
type GuestGathering = NonNullable<Guest['gathering']>;
export type GuestTable = GuestGathering['tables'][number];

/** More is refused by the server; told while typing. */
const maxLength = 2_000;

/** Says beside the button who will see what is sent, before it is sent. */
function WhoSeesIt({ guest, gathering }: { guest: Guest; gathering: GuestGathering }) {
  const t = useText();
  return (
    <div className="kw-guest-sees">
      <h3 className="kern-heading-small">{t('workshop.sees.title')}</h3>
      <ul>
        {gathering.releasesCards ? <li>{t('workshop.sees.release')}</li> : null}
        <li>{t('workshop.sees.wall')}</li>
        <li>{t('workshop.sees.register', { municipality: gathering.municipalityName })}</li>
        <li>{guest.organisation ? t('workshop.sees.organisation', { name: guest.pseudonym, organisation: guest.organisation.name }) : t('workshop.sees.pseudonym', { name: guest.pseudonym })}</li>
        {guest.statedOrganisation && !guest.organisation ? <li>{t('workshop.sees.stated', { organisation: guest.statedOrganisation })}</li> : null}
      </ul>
    </div>
  );
}

/** One big field; everything else has a usual answer. */
export function WriteCard({ guest, gathering, table, onSend }: { guest: Guest; gathering: GuestGathering; table: GuestTable; onSend: (draft: CardDraft) => void }) {
  const t = useText();
  const { tag } = useLanguage();
  const fresh: CardDraft = { kind: 'PROPOSAL', title: '', text: '', language: tag };
  const [draft, setDraft] = useState<CardDraft>(() => keptDraft(guest.uuid, table.uuid) ?? fresh);
  const [isKept, setIsKept] = useState(true);
  const [isTried, setIsTried] = useState(false);
  const change = (part: Partial<CardDraft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    setIsTried(false);
    setIsKept(keepDraft(guest.uuid, table.uuid, next));
  };
  const isTooLong = draft.text.length > maxLength;
  const isEmpty = draft.text.trim() === '' && draft.kind !== 'SUPPORT';
  const hasNoTitle = draft.kind === 'NEW_MEASURE' && draft.title.trim() === '';
  const submit = () => {
    setIsTried(true);
    if (isTooLong || isEmpty || hasNoTitle) return;
    onSend(draft);
    const next = { ...fresh, kind: draft.kind, language: draft.language };
    keepDraft(guest.uuid, table.uuid, next);
    setDraft(next);
    setIsTried(false);
  };
  return (
    <form className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); submit(); }}>
      {table.question ? <p className="kw-guest-question"><Original>{table.question}</Original></p> : null}
      {draft.kind === 'NEW_MEASURE' ? <TextField label={t('workshop.write.title')} value={draft.title} onChange={(title) => change({ title })} isRequired lang={draft.language} dir="auto" error={isTried && hasNoTitle ? t('workshop.error.TITLE_REQUIRED') : null} /> : null}
      <TextArea label={t('workshop.write.text')} rows={5} value={draft.text} onChange={(text) => change({ text })} lang={draft.language} dir="auto" error={isTooLong ? t('workshop.write.too-long', { count: draft.text.length }) : isTried && isEmpty ? t('workshop.error.TEXT_REQUIRED') : null} />
      <details className="kw-guest-more">
        <summary>{t('workshop.write.more', { kind: t(`workshop.kind.${draft.kind}`), language: languageName(draft.language) })}</summary>
        <div className="kw-form">
          <RadioGroup<ContributionKind> label={t('workshop.write.kind')} value={draft.kind} onChange={(kind) => change({ kind })} options={cardKinds.map((id) => ({ id, label: t(`workshop.kind.${id}`) }))} />
          <Select label={t('workshop.write.language')} options={textLanguages} value={draft.language} onChange={(language) => language && change({ language })} />
        </div>
      </details>
      <WhoSeesIt guest={guest} gathering={gathering} />
      {isKept ? null : <Notice tone="warning" title={t('workshop.write.not-kept')} />}
      <Button variant="primary" type="submit" block>{t('workshop.write.send')}</Button>
    </form>
  );
}
