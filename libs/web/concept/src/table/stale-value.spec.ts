import { describe, expect, it } from '@jest/globals';
import { beginEdit, decideSave, nextEdit } from './stale-value.js';

const opened = beginEdit('PLANNED');

describe('editing a value that somebody else changes meanwhile', () => {
  it('shows the newer value as soon as it is seen', () => {
    expect(nextEdit(opened, { type: 'seen', value: 'DONE' }).conflict).toEqual({ value: 'DONE', by: null });
  });

  it('still expects what was there when editing began, so that the server refuses too', () => {
    expect(nextEdit(opened, { type: 'seen', value: 'DONE' }).expected).toBe('PLANNED');
  });

  it('learns the name from the refusal and keeps it', () => {
    const live = nextEdit(opened, { type: 'seen', value: 'DONE' });
    const named = nextEdit(live, { type: 'seen', value: 'DONE', by: 'Jugendamt' });
    expect(named.conflict).toEqual({ value: 'DONE', by: 'Jugendamt' });
    expect(nextEdit(named, { type: 'seen', value: 'DONE' }).conflict).toEqual({ value: 'DONE', by: 'Jugendamt' });
    expect(nextEdit(named, { type: 'seen', value: 'PAUSED' }).conflict).toEqual({ value: 'PAUSED', by: null });
  });

  it('has no conflict any more when the value goes back', () => {
    expect(nextEdit(nextEdit(opened, { type: 'seen', value: 'DONE' }), { type: 'seen', value: 'PLANNED' }).conflict).toBeNull();
  });

  it('replaces the newer value once one takes one\'s own', () => {
    const conflict = nextEdit(opened, { type: 'seen', value: null, by: 'Jugendamt' });
    expect(nextEdit(conflict, { type: 'mine-taken' })).toEqual({ expected: null, conflict: null, problem: null });
  });

  it('leaves an edit without conflict alone when one\'s own is taken', () => {
    expect(nextEdit(opened, { type: 'mine-taken' })).toBe(opened);
  });
});

describe('saving a value', () => {
  it('sends what differs', () => {
    expect(decideSave(opened, 'RUNNING', 'PLANNED')).toBe('send');
  });

  it('sends nothing when it is there already, whoever put it there', () => {
    expect(decideSave(opened, 'PLANNED', 'PLANNED')).toBe('nothing');
    expect(decideSave(nextEdit(opened, { type: 'seen', value: 'DONE' }), 'DONE', 'DONE')).toBe('nothing');
  });

  it('asks while there is a conflict', () => {
    expect(decideSave(nextEdit(opened, { type: 'seen', value: 'DONE' }), 'RUNNING', 'DONE')).toBe('ask');
  });

  it('forgets what was wrong as soon as something else is typed', () => {
    const refused = nextEdit(opened, { type: 'refused', problem: 'Bitte einen Titel eingeben.' });
    expect(refused.problem).toBe('Bitte einen Titel eingeben.');
    expect(nextEdit(refused, { type: 'typed' }).problem).toBeNull();
  });
});
