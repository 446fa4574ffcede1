import { describe, expect, it } from '@jest/globals';
import type { TableState } from './table-state.js';
import { filterCount, initialTableState, readTableState, tableVariables, writeTableState } from './table-state.js';

const full: TableState = {
  search: 'Sprach mittlung & mehr', sectionId: 'U2VjdGlvbjox', organisationId: 'T3Jn', status: 'RUNNING', gap: 'MEASURE_WITHOUT_LEAD', grouping: 'lead', order: { field: 'PERIOD', isDescending: true },
};

describe('the state of the table in the address', () => {
  it('comes back as it was written', () => {
    expect(readTableState(new URLSearchParams(writeTableState(full).toString()))).toEqual(full);
    for (const field of ['TITLE', 'STATUS', 'TYPE', 'LEAD', 'PERIOD', 'BUDGET', 'UPDATED'] as const) {
      const state: TableState = { ...initialTableState, grouping: 'section', order: { field, isDescending: false } };
      expect(readTableState(writeTableState(state))).toEqual(state);
    }
  });

  it('leaves the address empty when nothing was chosen', () => {
    expect(writeTableState(initialTableState).toString()).toBe('');
  });

  it('is readable', () => {
    expect(writeTableState({ ...initialTableState, status: 'RUNNING', grouping: 'section', order: { field: 'TITLE', isDescending: true } }).toString()).toBe('stand=running&gruppe=handlungsfeld&sortierung=titel-ab');
  });

  it('leaves out what it does not know', () => {
    expect(readTableState(new URLSearchParams('stand=flying&luecke=goal_without_measure&gruppe=mond&sortierung=-ab&feld=&toString=1'))).toEqual(initialTableState);
  });
});

describe('filter and order for the API', () => {
  it('are null when nothing was chosen, so that the list is the same as the plain one', () => {
    expect(tableVariables(initialTableState)).toEqual({ filter: null, orderBy: null });
    expect(tableVariables({ ...initialTableState, search: '   ', grouping: 'lead' })).toEqual({ filter: null, orderBy: null });
  });

  it('carry every choice', () => {
    expect(tableVariables(full)).toEqual({
      filter: { search: 'Sprach mittlung & mehr', sectionIds: ['U2VjdGlvbjox'], organisationIds: ['T3Jn'], statuses: ['RUNNING'], gap: 'MEASURE_WITHOUT_LEAD' },
      orderBy: { field: 'PERIOD', direction: 'DESC' },
    });
  });

  it('are counted without grouping and order', () => {
    expect(filterCount(full)).toBe(5);
    expect(filterCount({ ...initialTableState, grouping: 'lead', order: full.order })).toBe(0);
  });
});
