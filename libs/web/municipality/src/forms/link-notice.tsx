import type { LinkState } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';

/** Says why a link does not work, and what to do. @param advice where a new one comes from */
export function LinkNotice({ state, advice }: { state: LinkState; advice: string }) {
  const t = useText();
  return (
    <Notice tone="warning" title={t(`municipality.link.${state}`)} actions={state === 'USED' ? <LinkButton size="small" href="/anmelden">{t('municipality.link.sign-in')}</LinkButton> : undefined}>
      {state === 'USED' ? t('municipality.link.used-text') : advice}
    </Notice>
  );
}
