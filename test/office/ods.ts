import { strFromU8, unzipSync } from 'fflate';
import { all, elements, parseXml } from '../../libs/reporting/test/xml-tree.js';
import type { XmlElement } from '../../libs/reporting/test/xml-tree.js';
import { odtWords } from './odt.js';

/** A cell as LibreOffice understood it. */
export interface OdsCell {
  /** `string`, `float`, `date`, `percentage`, …; null: empty. */
  readonly type: string | null;
  readonly formula: string | null;
  /** What stands in it, whatever it looks like: a number with a point, a day as `2027-12-31`, words. */
  readonly value: string;
}

export interface OdsSheet {
  readonly name: string;
  readonly rows: readonly (readonly OdsCell[])[];
}

function cellOf({ attributes, ...cell }: XmlElement): OdsCell {
  const words = all({ ...cell, attributes }, 'text:p').map(odtWords).join('\n');
  return { type: attributes['office:value-type'] ?? null, formula: attributes['table:formula'] ?? null, value: attributes['office:date-value'] ?? attributes['office:value'] ?? words };
}

/** A row without the empty cells at its end, of which there are thousands. */
function rowOf(row: XmlElement): OdsCell[] {
  const cells = elements(row).filter(({ name }) => name === 'table:table-cell' || name === 'table:covered-table-cell');
  const last = cells.findLastIndex((cell) => cell.children.length > 0);
  return cells.slice(0, last + 1).flatMap((cell) => Array.from({ length: Number(cell.attributes['table:number-columns-repeated'] ?? 1) }, () => cellOf(cell)));
}

/** The sheets of a spreadsheet as LibreOffice saves them. */
export function sheetsOf(file: Uint8Array): OdsSheet[] {
  const content = parseXml(strFromU8(unzipSync(file)['content.xml']!));
  return all(content, 'table:table').map((table) => ({ name: table.attributes['table:name'] ?? '', rows: all(table, 'table:table-row').map(rowOf).filter((row) => row.length > 0) }));
}
