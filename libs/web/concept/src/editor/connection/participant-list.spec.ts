import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { applyAwarenessUpdate, type Awareness, encodeAwarenessUpdate } from 'y-protocols/awareness';
import { prepareAwarenesses } from '../../../test/awarenesses.js';
import { byOrganisation, ParticipantList } from './participant-list.js';

afterEach(() => void jest.useRealTimers());
const open = prepareAwarenesses();

/** Somebody in the same text, as the server lets others see her. */
function enter(here: Awareness, name: string, organisation: string): (state: object | null) => void {
  const there = open();
  const show = (state: object | null): void => {
    there.setLocalState(state === null ? null : { user: { name, organisation, colour: 1 }, ...state });
    applyAwarenessUpdate(here, encodeAwarenessUpdate(there, [there.clientID]), 'server');
  };
  show({});
  return show;
}

describe('who else is there', () => {
  it('is told when people come and go, and not when their cursors move', () => {
    jest.useFakeTimers();
    const here = open();
    const move = enter(here, 'Amira', 'Verein');
    const list = new ParticipantList(here);
    const listener = jest.fn();
    list.subscribe(listener);
    for (let step = 0; step < 50; step++) {
      move({ cursor: { anchor: step, head: step } });
      jest.advanceTimersByTime(100);
    }
    expect(listener).not.toHaveBeenCalled();
    enter(here, 'Jonas', 'Verband');
    enter(here, 'Olga', 'Verband');
    jest.advanceTimersByTime(400);
    expect(listener).toHaveBeenCalledTimes(1);
    expect(list.getPeople().map(({ name }) => name).sort()).toEqual(['Amira', 'Jonas', 'Olga']);
    move(null);
    jest.advanceTimersByTime(400);
    expect(list.getPeople()).toHaveLength(2);
  });

  it('counts a person with two windows once, and not oneself', () => {
    const here = open();
    here.setLocalState({ user: { name: 'Ich', organisation: 'Amt', colour: 0 } });
    enter(here, 'Amira', 'Verein');
    enter(here, 'Amira', 'Verein');
    expect(new ParticipantList(here).getPeople().map(({ name }) => name)).toEqual(['Amira']);
  });

  it('is grouped by organisation', () => {
    const here = open();
    for (const [name, organisation] of [['Olga', 'Verband'], ['Amira', 'Ämter'], ['Jonas', 'Verband']] as const) enter(here, name, organisation);
    expect(byOrganisation(new ParticipantList(here).getPeople()).map(([organisation, members]) => [organisation, members.length])).toEqual([['Ämter', 1], ['Verband', 2]]);
  });
});
