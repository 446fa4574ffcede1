import { Button, LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { SaveState } from './save-state.js';

/** What to do when this tab cannot save any more. What was typed stays on this device. */
export function SaveNotice({ state, onReconnect }: { readonly state: SaveState; readonly onReconnect: () => void }) {
  const t = useText();
  if (state === 'signed-out' || state === 'forbidden') {
    return (
      <Notice tone="danger" live title={t(`concept.save.${state}`)} actions={<><LinkButton href={`/anmelden?weiter=${encodeURIComponent(location.pathname)}`} variant="primary" size="small">{t('concept.save.signIn')}</LinkButton><Button size="small" icon="retry" onPress={onReconnect}>{t('concept.save.retry')}</Button></>}>
        <p>{t(`concept.saveHelp.${state}`)}</p>
      </Notice>
    );
  }
  if (state === 'outdated') {
    return (
      <Notice tone="danger" live title={t('concept.save.outdated')} actions={<Button size="small" variant="primary" icon="retry" onPress={() => location.reload()}>{t('concept.save.reload')}</Button>}>
        <p>{t('concept.saveHelp.outdated')}</p>
      </Notice>
    );
  }
  if (state === 'refused' || state === 'missing') return <Notice tone="danger" live title={t(`concept.save.${state}`)}><p>{t(`concept.saveHelp.${state}`)}</p></Notice>;
  return null;
}
