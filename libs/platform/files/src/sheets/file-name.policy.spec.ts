import { describe, expect, it } from '@jest/globals';
import { isNamedOtherwise } from './file-name.policy.js';

const [workbook, text] = [Buffer.from('PK\u0003\u0004'), Buffer.from('AGS;Wert\n')];

describe('the name of a spreadsheet', () => {
  it.each([['zahlen.xlsx', text], ['Zahlen.XLSM', text], ['zahlen.csv', workbook], ['zahlen.txt', workbook]])('says something else than it is: %s', (name, content) => expect(isNamedOtherwise(name, content)).toBe(true));

  it.each([['zahlen.xlsx', workbook], ['zahlen.csv', text], ['zahlen.tsv', text], ['zahlen', text], ['zahlen', workbook], ['zahlen.xlsx.csv', text]])('says what it is, or nothing: %s', (name, content) => expect(isNamedOtherwise(name, content)).toBe(false));
});
