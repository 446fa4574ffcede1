import type { IndicatorPageQuery } from '@konzeptwerkstatt/web-data';
import { ReleaseIndicatorDocument, useAction, WithdrawIndicatorDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Indicator = NonNullable<IndicatorPageQuery['indicator']>;

/** Lets everybody read the indicator, or takes that back; says before what becomes visible. */
export function ReleaseSection({ indicator }: { indicator: Indicator }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const releasing = useAction(ReleaseIndicatorDocument, 'releaseIndicator', ['IndicatorPage']);
  const withdrawing = useAction(WithdrawIndicatorDocument, 'withdrawIndicator', ['IndicatorPage']);
  const { id, release, mayRelease } = indicator;
  if (release === null && !mayRelease) return null;
  const action = release === null ? releasing : withdrawing;
  const words = release === null ? 'ask' : 'withdraw';
  const confirm = async () => {
    await action.run({ indicatorId: id });
    setIsAsking(false);
  };
  return (
    <Section title={t('monitoring.release.title')} actions={mayRelease ? <Button onPress={() => setIsAsking(true)}>{t(`monitoring.release.${words}`)}</Button> : null}>
      <ActionNotice action={releasing} context="monitoring" />
      <ActionNotice action={withdrawing} context="monitoring" />
      {release === null
        ? <p>{t('monitoring.release.closed')}</p>
        : <><p>{t('monitoring.release.open')}</p><p className="kw-public-address"><a className="kern-link" href={release.path}>{`${location.origin}${release.path}`}</a></p></>}
      <ConfirmDialog isOpen={isAsking} isPending={action.isPending} title={t(`monitoring.release.${words}-title`)} confirmLabel={t(`monitoring.release.${words}`)} onCancel={() => setIsAsking(false)} onConfirm={() => void confirm()}>
        <p>{t(`monitoring.release.${words}-effect`)}</p>
        {release === null ? <p>{t('monitoring.release.ask-hidden')}</p> : null}
      </ConfirmDialog>
    </Section>
  );
}
