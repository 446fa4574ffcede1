import { Button, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Link, useLocation } from 'react-router';
import { useShellSession } from '../session.js';
import { Navigation } from './navigation.js';
import { LanguageMenu, ThemeMenu } from './preferences.js';
import { UserMenu } from './user-menu.js';

function Logo() {
  return (
    <svg className="kw-logo" viewBox="0 0 40 40" aria-hidden="true" focusable="false">
      <rect className="kw-logo__ground" width="40" height="40" rx="8" />
      <path className="kw-logo__line" d="M11 11h18M11 18h11M11 25h7" fill="none" strokeWidth="3" strokeLinecap="round" />
      <path className="kw-logo__mark" d="M21 26.5l4 4 7-9" fill="none" strokeWidth="3.5" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}

/** Product name, personal settings, and the main navigation. On a phone the navigation is behind a menu button. */
export function Header({ tools }: { tools?: ReactNode }) {
  const t = useText();
  const { pathname } = useLocation();
  const session = useShellSession();
  const municipality = session.status === 'signed-in' ? session.municipality : null;
  const logoPath = municipality?.logoPath ?? null;
  const [isOpen, setIsOpen] = useState(false);
  useEffect(() => setIsOpen(false), [pathname]);
  return (
    <header className="kw-header">
      <div className="kw-container kw-header__row">
        <Link to="/" className="kw-brand">
          {logoPath ? <img className="kw-logo kw-logo--own" src={logoPath} alt="" /> : <Logo />}
          <span>
            <span className="kw-brand__name">{t('shell.product.name')}</span>
            <span className="kw-brand__claim">{municipality ? municipality.name : t('shell.product.claim')}</span>
          </span>
        </Link>
        <div className="kw-header__tools">
          {tools}
          <LanguageMenu />
          <div className="kw-header__wide">
            <ThemeMenu />
          </div>
          <UserMenu />
          <div className="kw-header__toggle">
            <Button variant="secondary" size="small" icon={isOpen ? 'close' : 'menu'} aria-expanded={isOpen} aria-controls="hauptmenue" onPress={() => setIsOpen(!isOpen)}>
              {t('shell.navigation.toggle')}
            </Button>
          </div>
        </div>
      </div>
      <div id="hauptmenue" className="kw-header__navigation" data-open={isOpen} data-anonymous={session.status === 'anonymous'}>
        <div className="kw-container">
          <Navigation onNavigate={() => setIsOpen(false)} />
          <div className="kw-header__narrow">
            <ThemeMenu hasText />
          </div>
        </div>
      </div>
    </header>
  );
}
