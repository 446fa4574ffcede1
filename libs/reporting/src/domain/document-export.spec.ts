import { expect, it } from '@jest/globals';
import { exportFileName } from './document-export.js';

it('names files after what is in them, without signs a file system stumbles over', () => {
  expect(exportFileName('Integration: wir/alle?', '3 Sprache & Bildung', { form: 'pdf' })).toBe('Integration-wir-alle-3-Sprache-Bildung.pdf');
  expect(exportFileName('Konzept', null, { form: 'xlsx' })).toBe('Maßnahmen-Konzept.xlsx');
  expect(exportFileName('../..', null, { form: 'docx' })).toBe('Konzept.docx');
});
