import { Announcer, SkipLink, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import { Outlet } from 'react-router';
import { ConnectionBanner } from './connection-banner.js';
import { Footer } from './footer.js';
import { Header } from './header.js';
import { OpenSetup } from './open-setup.js';
import { useMunicipalityLook } from './use-municipality-look.js';
import { usePageChange } from './use-page-change.js';

export interface FrameSettings {
  /** The line above the header. Says who runs this installation; must not claim to be the Bund. */
  bannerText?: string;
  /** What the header offers on every page before the personal settings, e.g. the search. */
  tools?: ReactNode;
}

/** The frame around every page: banner, header, connection state, page, footer. */
export function AppFrame({ settings }: { settings: FrameSettings }) {
  const t = useText();
  const main = useRef<HTMLElement>(null);
  usePageChange(main);
  useMunicipalityLook();
  return (
    <>
      <SkipLink target="inhalt">{t('shell.skip.content')}</SkipLink>
      <div className="kw-frame">
        <div className="kw-banner" role="region" aria-label={t('shell.banner.label')}>
          <div className="kw-container">{settings.bannerText ?? t('shell.banner.text')}</div>
        </div>
        <Header tools={settings.tools} />
        <ConnectionBanner />
        <main id="inhalt" ref={main} tabIndex={-1} className="kw-main">
          <OpenSetup />
          <Outlet />
        </main>
        <Footer />
      </div>
      <Announcer />
    </>
  );
}
