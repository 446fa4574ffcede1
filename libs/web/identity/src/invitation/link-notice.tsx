import type { LinkState } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';

/** Why a link does not work, and what to do. @param purpose what it was for, as in the catalogue */
export function LinkNotice({ state, purpose }: { state: Exclude<LinkState, 'OPEN'>; purpose: 'invitation' | 'reset' | 'email' }) {
  const t = useText();
  return (
    <Notice tone="warning" live title={t(`identity.link.${state}`)} actions={<LinkButton href="/anmelden">{t('identity.link.sign-in')}</LinkButton>}>
      <p>{t(`identity.link.${state}-text`)}</p>
      <p>{t(`identity.link.${purpose}-again`)}</p>
    </Notice>
  );
}
