import type { LinkState } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';

export interface LinkNoticeProps {
  state: Exclude<LinkState, 'OPEN'>;
  /** Where a new one comes from. */
  advice: string;
  /** Where one asks for it oneself. */
  again?: { readonly href: string; readonly label: string };
}

/** Why a link that works once does not work, and what to do. */
export function LinkNotice({ state, advice, again }: LinkNoticeProps) {
  const t = useText();
  const actions = (
    <>
      {again ? <LinkButton size="small" href={again.href}>{again.label}</LinkButton> : null}
      <LinkButton size="small" href="/anmelden">{t('shell.link.sign-in')}</LinkButton>
    </>
  );
  return (
    <Notice tone="warning" live title={t(`shell.link.${state}`)} actions={actions}>
      <p>{t(`shell.link.${state}-text`)}</p>
      <p>{advice}</p>
    </Notice>
  );
}
