import { describe, expect, it } from '@jest/globals';
import { agendaLines, agendaOf } from './agenda-lines.js';

describe('an agenda in lines', () => {
  it.each([
    ['18:30 Begrüßung', { time: '18:30', title: 'Begrüßung' }], ['8.05 Uhr – Kaffee', { time: '08:05', title: 'Kaffee' }], ['Pause', { time: null, title: 'Pause' }], ['2030 wird gut', { time: null, title: '2030 wird gut' }],
  ])('%s is read', (line, entry) => {
    expect(agendaOf(`\n${line}\n`)).toEqual([entry]);
  });

  it('comes back as it was written', () => {
    const agenda = [{ time: '18:00', title: 'Ankommen' }, { time: null, title: 'Gespräch an den Tischen' }];
    expect(agendaOf(agendaLines(agenda))).toEqual(agenda);
  });
});
