import { useText } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';

/** Where the facts come from, and what this is. */
export function Footer() {
  const t = useText();
  return (
    <footer className="kw-footer">
      <div className="kw-container kw-footer__row">
        <p>{t('shell.footer.text')}</p>
        <nav aria-label={t('shell.footer.label')}>
          <ul>
            <li><Link to="/impressum">{t('shell.footer.imprint')}</Link></li>
            <li><Link to="/datenschutz">{t('shell.footer.privacy')}</Link></li>
            <li><Link to="/barrierefreiheit">{t('shell.footer.accessibility')}</Link></li>
            <li><Link to="/hausordnung">{t('shell.footer.house-rules')}</Link></li>
            <li><Link to="/quellen">{t('shell.footer.sources')}</Link></li>
            <li><Link to="/ueber">{t('shell.footer.about')}</Link></li>
          </ul>
        </nav>
      </div>
    </footer>
  );
}
