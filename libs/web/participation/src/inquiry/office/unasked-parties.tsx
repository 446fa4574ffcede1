import type { EditionInquiriesQuery } from '@konzeptwerkstatt/web-data';
import { AskFurtherPartiesDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, LinkButton, Notice, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';
import { askPartiesPath, inquiryPath } from '../places.js';

type Edition = NonNullable<EditionInquiriesQuery['edition']>;

/** How many organisations and measures that is. */
export function countsOf(parties: Edition['unaskedParties']) {
  const different = (ids: readonly string[]) => new Set(ids).size;
  return { organisations: different(parties.map(({ organisationId }) => organisationId)), measures: different(parties.map(({ measureId }) => measureId)) };
}

/** Says who is proposed for measures and not asked yet, and asks them: with an inquiry of their own, or in the one that runs. Nothing when nobody is left. */
export function UnaskedParties({ edition }: { edition: Edition }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(AskFurtherPartiesDocument, 'askFurtherParties', ['EditionInquiries']);
  const [isAsking, setIsAsking] = useState(false);
  if (edition.unaskedParties.length === 0) return null;
  const counts = countsOf(edition.unaskedParties);
  const running = edition.inquiries.find(({ kind, state, isExample, closesAt }) => kind === 'RESPONSIBILITY' && state === 'OPEN' && !isExample && new Date(closesAt) > new Date());
  const askFurther = async () => {
    if (running === undefined) return;
    const payload = await action.run({ inquiryId: running.id });
    setIsAsking(false);
    if (!payload?.inquiry) return;
    showToast(t('participation.unasked.added'));
    void navigate(inquiryPath(running.uuid));
  };
  return (
    <>
      <ActionNotice action={action} context="participation" />
      <Notice title={t('participation.unasked.title', counts)} actions={<>
        {running ? <Button variant="primary" onPress={() => setIsAsking(true)}>{t('participation.unasked.add')}</Button> : null}
        <LinkButton {...(running ? {} : { variant: 'primary' as const })} href={askPartiesPath(edition.uuid)}>{t('participation.unasked.prepare')}</LinkButton>
      </>}>
        <p>{t('participation.unasked.text', counts)}</p>
      </Notice>
      <ConfirmDialog title={t('participation.unasked.add')} isOpen={isAsking} confirmLabel={t('participation.unasked.add')} isPending={action.isPending} onConfirm={() => void askFurther()} onCancel={() => setIsAsking(false)}>
        {t('participation.unasked.add-text', { ...counts, title: running?.title ?? '' })}
      </ConfirmDialog>
    </>
  );
}
