import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import ar from './catalogue/ar.json';
import de from './catalogue/de.json';
import en from './catalogue/en.json';

registerCatalogue('planning', { de, en, ar });
