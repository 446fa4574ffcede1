import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import de from './catalogue/de.json';

// Imported by every page of this library, so that the words come with the first of them and not with the start of the client.
await registerCatalogue('concept', { de, en: () => import('./catalogue/en.json'), ar: () => import('./catalogue/ar.json') });
