import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import './people.css';
import de from './catalogue/de.json';

await registerCatalogue('people', { de, en: () => import('./catalogue/en.json'), ar: () => import('./catalogue/ar.json') });
