import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import { useLocation } from 'react-router';
import { useShellSession } from '../session.js';

/** Reminds an administrator that setting up is not over, on every page but those where she does it. */
export function OpenSetup() {
  const t = useText();
  const session = useShellSession();
  const { pathname } = useLocation();
  if (session.status !== 'signed-in' || !session.hasOpenSetup || pathname.startsWith('/einrichten')) return null;
  return (
    <div className="kw-page kw-open-setup">
      <Notice title={t('shell.setup.open', { municipality: session.municipality.name })} actions={<LinkButton size="small" href="/einrichten/schritte">{t('shell.setup.continue')}</LinkButton>}>
        {t('shell.setup.open-text')}
      </Notice>
    </div>
  );
}
