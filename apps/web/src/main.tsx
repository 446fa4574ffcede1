import '@konzeptwerkstatt/web-ui/styles.css';
import '@konzeptwerkstatt/web-shell/styles.css';
import { Shell } from '@konzeptwerkstatt/web-shell';
import { NotificationButton } from '@konzeptwerkstatt/web-notification';
import { SearchButton } from '@konzeptwerkstatt/web-search';
import { catalogueReadiness } from '@konzeptwerkstatt/web-ui';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Providers } from './providers.js';
import { routes } from './routes.js';

const container = document.getElementById('app');
if (!container) throw new Error('index.html has no element with the id "app".');

await catalogueReadiness();
createRoot(container).render(
  <StrictMode>
    <Providers>
      <Shell routes={routes} settings={{ tools: <><SearchButton /><NotificationButton /></> }} />
    </Providers>
  </StrictMode>,
);
