import { describe, expect, it } from '@jest/globals';
import { cellsToKeep, keptCellsKey, restoredCells } from './kept-cells.js';

const known = new Map([['a/done', { value: 'Alt', revision: 2 }], ['b/done', { value: 'Schon da', revision: 1 }]]);
const isThere = (key: string): boolean => !key.startsWith('gone/');

describe('answers that are kept on the device', () => {
  it('are there again, with what they were typed over', () => {
    const kept = cellsToKeep({ 'a/done': 'Neu', 'c/done': 'Ganz neu' }, {}, known);
    expect(kept).toEqual({ 'a/done': { value: 'Neu', revision: 2 }, 'c/done': { value: 'Ganz neu', revision: 0 } });
    expect(restoredCells(kept, known, isThere)).toEqual({ typed: { 'a/done': 'Neu', 'c/done': 'Ganz neu' }, problems: {} });
  });

  it('never overwrite what somebody else has typed meanwhile, not after a second reload either', () => {
    const kept = { 'a/done': { value: 'Neu', revision: 1 } };
    const { typed, problems } = restoredCells(kept, known, isThere);
    expect([typed, problems]).toEqual([{ 'a/done': 'Neu' }, { 'a/done': { code: 'STALE_VALUE', theirs: 'Alt' } }]);
    expect(restoredCells(cellsToKeep(typed, problems, known), known, isThere).problems).toEqual(problems);
  });

  it('are forgotten when the server has them, or when there is nothing to answer any more', () => {
    expect(restoredCells({ 'b/done': { value: 'Schon da', revision: 0 }, 'gone/done': { value: 'x', revision: 0 } }, known, isThere)).toEqual({ typed: {}, problems: {} });
    expect([restoredCells(null, known, isThere), cellsToKeep({}, {}, known)]).toEqual([{ typed: {}, problems: {} }, null]);
  });

  it('belong to one person and organisation, or to the link', () => {
    expect([keptCellsKey('person/organisation', '1'), keptCellsKey(null, '1')]).toEqual(['konzeptwerkstatt/rueckmeldung/person/organisation/abfrage/1', 'konzeptwerkstatt/abfrage/1']);
  });
});
