import { expect, it } from '@jest/globals';
import { unsentKey } from './device-storage.js';

it('words that lie on a device since before an update are found again', () => {
  expect(unsentKey('person/organisation', 'antwort/1')).toBe('konzeptwerkstatt/rueckmeldung/person/organisation/antwort/1');
});
