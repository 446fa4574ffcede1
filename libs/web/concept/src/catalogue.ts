import { registerCatalogue } from '@konzeptwerkstatt/web-ui';
import ar from './catalogue/ar.json';
import de from './catalogue/de.json';
import en from './catalogue/en.json';

// Imported by every page of this library, so that the words come with the first of them and not with the start of the client.
registerCatalogue('concept', { de, en, ar });
