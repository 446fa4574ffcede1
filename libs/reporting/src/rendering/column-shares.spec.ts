import { describe, expect, it } from '@jest/globals';
import type { TableBlock, TableCell } from '@konzeptwerkstatt/document-model';
import { columnShares } from './column-shares.js';

const cell = (text: string, spans: Partial<TableCell> = {}): TableCell => ({ headerOf: null, colspan: 1, rowspan: 1, blocks: [{ kind: 'paragraph', direction: 'ltr', inlines: [{ kind: 'text', text, bold: false, italic: false, href: null }] }], ...spans });
const table = (...rows: TableCell[][]): TableBlock => ({ kind: 'table', columns: 3, headerRows: 0, rows });
/** Letters of a line as wide as the page. */
const letters = (block: TableBlock): number[] => columnShares(block).map((share) => Math.round(share * 100));

describe('the columns of a table', () => {
  it('have the same room where they hold the same', () => {
    expect(letters(table([cell('eins'), cell('zwei'), cell('drei')]))).toEqual([33, 33, 33]);
  });

  it('leave words whole, and give long texts more room than numbers', () => {
    const [name = 0, group = 0, value = 0] = letters(table([cell('Betreuungsquote der Drei- bis Sechsjährigen in Kindertageseinrichtungen'), cell('ohne Migrationshintergrund'), cell('97,0 %')]));
    expect(name).toBeGreaterThanOrEqual('Kindertageseinrichtungen'.length);
    expect(group).toBeGreaterThanOrEqual('Migrationshintergrund'.length);
    expect(value).toBeGreaterThanOrEqual('97,0'.length);
    expect(value).toBeLessThan(15);
  });

  it('keep a number beside its unit where only that space must not be broken', () => {
    const [, amount = 0] = letters(table([cell('lang '.repeat(100)), cell('1.750.000,00\u00a0€'), cell('kurz')]));
    expect(amount).toBeGreaterThanOrEqual(14);
  });

  it('are not wider for what reaches over several of them', () => {
    const spanning = table([cell('Ein langer Text über alles, was darunter steht', { colspan: 2 }), cell('hoch', { rowspan: 2 })], [cell('eins'), cell('zwei')]);
    expect(letters(spanning)).toEqual([33, 33, 33]);
  });

  it('share the page where there is not room for all words', () => {
    const shares = columnShares({ ...table(Array.from({ length: 12 }, () => cell('Migrationshintergrund'))), columns: 12 });
    expect(shares.every((share) => Math.abs(share - 1 / 12) < 0.001)).toBe(true);
  });
});
