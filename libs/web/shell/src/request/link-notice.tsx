import type { LinkState } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';

export interface LinkNoticeProps {
  state: Exclude<LinkState, 'OPEN'>;
  /** Where a new one comes from. */
  advice: string;
}

/** Why a link that works once does not work, and what to do. */
export function LinkNotice({ state, advice }: LinkNoticeProps) {
  const t = useText();
  return (
    <Notice tone="warning" live title={t(`shell.link.${state}`)} actions={<LinkButton size="small" href="/anmelden">{t('shell.link.sign-in')}</LinkButton>}>
      <p>{t(`shell.link.${state}-text`)}</p>
      <p>{advice}</p>
    </Notice>
  );
}
