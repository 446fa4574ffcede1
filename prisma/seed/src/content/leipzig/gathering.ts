import type { GatheringContent } from '../city-content.js';

/** A workshop that is over, so that one sees what becomes of cards; what stands on them is invented. */
export const gathering: GatheringContent = {
  title: 'Workshop „Sozialräumliche Integration“ (Beispiel)',
  summary: 'Zu jedem Handlungsfeld gab es einen Workshop mit Ämtern, Organisationen und Menschen aus der Nachbarschaft. Dieser hier ist erfunden.',
  place: 'Stadtteilzentrum (Beispiel)',
  startsAt: '2019-05-16T16:00:00Z',
  endsAt: '2019-05-16T18:30:00Z',
  languages: ['de', 'ar', 'en'],
  interpretation: 'Sprachmittlung für Arabisch',
  agenda: [
    { time: '18:00', title: 'Ankommen und Begrüßung' }, { time: '18:20', title: 'Was steht schon im Konzept?' }, { time: '18:40', title: 'Karten schreiben an den Tischen' },
    { time: '19:40', title: 'Rundgang an der Wand' }, { time: '20:15', title: 'Wie es weitergeht' },
  ],
  minutes: 'Die Runde sprach über Begegnung im Alltag, über Wege zu Ämtern und über Plätze, an denen man bleiben mag.',
  results: 'Drei Vorschläge nimmt die Arbeitsgruppe in den Entwurf auf. Offen blieb, wer die Sprachmittlung an den Schulen bezahlt.',
  tables: [{ title: 'Zusammen wohnen', question: 'Was hilft, damit sich Nachbarinnen und Nachbarn kennenlernen?', section: 'Sozialräumliche Integration' }],
  attendances: [{ organisation: 'integration', people: 2 }, { organisation: 'voices', people: 3 }, { organisation: 'neighbours', people: 4 }],
  cards: [
    { kind: 'proposal', language: 'de', way: 'workshop', text: 'Einmal im Monat ein offenes Essen im Hof, zu dem alle etwas mitbringen.' },
    { kind: 'proposal', language: 'ar', way: 'workshop', text: 'نحتاج إلى مكان في الحي نلتقي فيه دون موعد.' },
    { kind: 'question', language: 'de', way: 'paper', text: 'Wen rufe ich an, wenn im Haus etwas kaputt ist und ich den Brief nicht verstehe?' },
    { kind: 'support', language: 'en', way: 'workshop', text: 'The neighbourhood guides helped us a lot. Please keep them.' },
  ],
};
