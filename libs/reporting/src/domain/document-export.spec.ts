import { expect, it } from '@jest/globals';
import { exportFileName } from './document-export.js';

it('names files after what is in them, without signs a file system stumbles over', () => {
  expect(exportFileName('Integration: wir/alle?', '3 Sprache & Bildung', { form: 'pdf' })).toBe('Integration-wir-alle-3-Sprache-Bildung.pdf');
  expect(exportFileName('Konzept', null, { form: 'xlsx' })).toBe('Maßnahmen-Konzept.xlsx');
  expect(exportFileName('Konzept', null, { form: 'csv' }, 'Vorhaben: alle')).toBe('Vorhaben-alle-Konzept.csv');
  expect(exportFileName('../..', null, { form: 'docx' })).toBe('Konzept.docx');
});

it('cuts long titles between words, and keeps what tells two files apart', () => {
  const title = 'Integrations- und Vielfaltskonzept der Landeshauptstadt für die Jahre 2026 bis 2031';
  expect(exportFileName(title, 'Maßnahmen von Amt für Migration, Integration und gesellschaftlichen Zusammenhalt', { form: 'docx' }))
    .toBe('Integrations-und-Vielfaltskonzept-der-Landeshauptstadt-für-Maßnahmen-von-Amt-für-Migration-Integration-und.docx');
  expect(exportFileName('2. Integrationskonzept der Hanse- und Universitätsstadt Rostock', null, { form: 'pdf' })).toBe('2-Integrationskonzept-der-Hanse-und-Universitätsstadt-Rostock.pdf');
  expect(exportFileName(title, null, { form: 'pdf' })).toBe('Integrations-und-Vielfaltskonzept-der-Landeshauptstadt-für-die-Jahre-2026-bis.pdf');
});
