import { afterEach } from '@jest/globals';
import { Awareness } from 'y-protocols/awareness';
import * as Y from 'yjs';

/** For a suite that calls this at its top level: opens awarenesses of people in a text, which are gone after each test. */
export function prepareAwarenesses(): () => Awareness {
  const opened: Awareness[] = [];
  afterEach(() => {
    for (const awareness of opened.splice(0)) awareness.destroy();
  });
  return () => {
    const awareness = new Awareness(new Y.Doc());
    opened.push(awareness);
    return awareness;
  };
}
