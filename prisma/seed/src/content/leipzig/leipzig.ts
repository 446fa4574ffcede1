import type { CityContent } from '../city-content.js';
import { closingChapters, openingChapters } from './chapters.js';
import { education } from './field-1-education.js';
import { employment } from './field-2-employment.js';
import { gathering } from './gathering.js';
import { health } from './field-3-health.js';
import { neighbourhood } from './field-4-neighbourhood.js';
import { contributions } from './contributions.js';
import { dialogue } from './field-5-dialogue.js';
import { opening } from './field-6-opening.js';
import { participation } from './field-7-participation.js';
import { antidiscrimination } from './field-8-antidiscrimination.js';
import { exampleIndicators } from './indicators.js';
import { organisations, people, roles } from './organisations.js';

export const leipzig: CityContent = {
  key: 'leipzig',
  municipality: { name: 'Leipzig (Beispiel)', ags: '14713000' },
  organisations,
  people,
  roles,
  process: {
    title: 'Fortschreibung des Gesamtkonzepts zur Integration (Beispiel)',
    summary: 'Ämter, Migrantenorganisationen, Stadtpolitik und Migrantenbeirat schreiben das Gesamtkonzept gemeinsam fort. Gremien und Schritte folgen der Quelle.',
    sourceNote: 'Gremien und Schritte: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1, CC BY 4.0; einzelne Angaben von öffentlichen Seiten, die jeweils verlinkt sind.',
  },
  instrumentTitle: 'Gesamtkonzept zur Integration der Migrantinnen und Migranten',
  edition: {
    title: 'Vielfalt leben. Gesamtkonzept zur Integration der Migrantinnen und Migranten. Fortschreibung',
    year: 2020,
    sourceNote: 'Titel, Handlungsfelder und Daten: Gesemann/Freudenberg/Walther 2022, Abschnitt 4.1, CC BY 4.0. Ziele und Maßnahmen sind Beispiele, nicht der beschlossene Text.',
  },
  exampleIndicators,
  contributions,
  sections: [...openingChapters, education, employment, health, neighbourhood, dialogue, opening, participation, antidiscrimination, ...closingChapters],
  gathering,
};
