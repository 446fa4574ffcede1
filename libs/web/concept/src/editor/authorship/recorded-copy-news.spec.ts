import { describe, expect, it, jest } from '@jest/globals';
import { applyAwarenessUpdate, type Awareness, encodeAwarenessUpdate, removeAwarenessStates } from 'y-protocols/awareness';
import { prepareAwarenesses } from '../../../test/awarenesses.js';
import { onRecordedCopy, tellOfRecordedCopy } from './recorded-copy-news.js';

const open = prepareAwarenesses();

const show = (from: Awareness, to: Awareness): void => applyAwarenessUpdate(to, encodeAwarenessUpdate(from, [from.clientID]), 'server');

describe('news of where pasted words come from', () => {
  it('reach who told them, and everybody else in the text', () => {
    const [here, there] = [open(), open()];
    const [heardHere, heardThere] = [jest.fn(), jest.fn()];
    onRecordedCopy(here, heardHere);
    onRecordedCopy(there, heardThere);
    tellOfRecordedCopy(here);
    show(here, there);
    tellOfRecordedCopy(here);
    show(here, there);
    expect([heardHere.mock.calls.length, heardThere.mock.calls.length]).toEqual([2, 2]);
  });

  it('are none when somebody moves her cursor, or comes back as she was', () => {
    const [here, there] = [open(), open()];
    tellOfRecordedCopy(there);
    show(there, here);
    const heard = jest.fn();
    const stop = onRecordedCopy(here, heard);
    there.setLocalStateField('cursor', { anchor: 1, head: 1 });
    show(there, here);
    removeAwarenessStates(here, [there.clientID], 'connection lost');
    there.setLocalStateField('cursor', null);
    show(there, here);
    expect(heard).not.toHaveBeenCalled();
    stop();
    tellOfRecordedCopy(there);
    show(there, here);
    expect(heard).not.toHaveBeenCalled();
  });
});
