import type { CityContent } from '../city-content.js';
import { closingChapters, openingChapters } from './chapters.js';
import { earlier } from './earlier-edition.js';
import { education } from './field-1-education.js';
import { opening } from './field-2-opening.js';
import { living } from './field-3-living.js';
import { participation } from './field-4-participation.js';
import { exampleIndicators } from './indicators.js';
import { organisations, people, roles } from './organisations.js';

export const rostock: CityContent = {
  key: 'rostock',
  municipality: { name: 'Rostock (Beispiel)', ags: '13003000' },
  organisations,
  people,
  roles,
  process: {
    title: 'Fortschreibung des Integrationskonzepts (Beispiel)',
    summary: 'Verwaltung, Kommunales Netzwerk und Integrationskonferenz führen ihre Ergebnisse in einem zweiten Konzept zusammen. Gremien und Schritte folgen der Quelle.',
    sourceNote: 'Gremien und Schritte: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0; einzelne Angaben von öffentlichen Seiten, die jeweils verlinkt sind.',
  },
  instrumentTitle: 'Integrationskonzept der Hanse- und Universitätsstadt Rostock',
  edition: {
    title: '2. Integrationskonzept der Hanse- und Universitätsstadt Rostock',
    year: 2020,
    sourceNote: 'Titel, Handlungsfelder und Daten: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.2, CC BY 4.0. Die Quelle nennt vier der sieben Handlungsfelder; Ziele und Maßnahmen sind Beispiele, nicht der beschlossene Text.',
  },
  exampleIndicators,
  contributions: [],
  earlier,
  sections: [...openingChapters, education, opening, living, participation, ...closingChapters],
};
