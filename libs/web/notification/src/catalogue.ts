import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import de from './catalogue/de.json';

await registerCatalogue('notification', { de, en: () => import('./catalogue/en.json'), ar: () => import('./catalogue/ar.json') });
