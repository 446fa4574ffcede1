import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import de from './catalogue/de.json';

await registerCatalogue('municipality', { de, en: () => import('./catalogue/en.json'), ar: () => import('./catalogue/ar.json') });
