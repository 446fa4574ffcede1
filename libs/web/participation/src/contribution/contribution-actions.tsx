import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { ReleaseContributionDocument, useAction, WithdrawContributionDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { Refuse } from './refuse.js';

/** What one may do with one's own contribution, or one of one's organisation, until it is answered. */
export function ContributionActions({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const withdrawal = useAction(WithdrawContributionDocument, 'withdrawContribution', ['OwnContributions']);
  const release = useAction(ReleaseContributionDocument, 'releaseContribution', ['OwnContributions']);
  const [isAsking, setIsAsking] = useState(false);
  const { id: contributionId, mayWithdraw, mayRelease } = contribution;
  if (!mayWithdraw && !mayRelease) return null;
  const withdraw = async () => {
    if (await withdrawal.run({ contributionId })) showToast(t('participation.withdraw.done'));
    setIsAsking(false);
  };
  const letGo = async () => {
    if (await release.run({ contributionId })) showToast(t('participation.release.done'));
  };
  return (
    <>
      <ActionNotice action={withdrawal} context="participation" />
      <ActionNotice action={release} context="participation" />
      <div className="kw-button-group">
        {mayRelease ? <Button variant="primary" onPress={() => void letGo()} isPending={release.isPending}>{t('participation.release.button')}</Button> : null}
        {mayRelease ? <Refuse contributionId={contributionId} /> : null}
        {mayWithdraw ? <Button onPress={() => setIsAsking(true)}>{t('participation.withdraw.button')}</Button> : null}
      </div>
      <ConfirmDialog title={t('participation.withdraw.title')} isOpen={isAsking} confirmLabel={t('participation.withdraw.button')} isDangerous isPending={withdrawal.isPending} onConfirm={() => void withdraw()} onCancel={() => setIsAsking(false)}>
        {t('participation.withdraw.text')}
      </ConfirmDialog>
    </>
  );
}
