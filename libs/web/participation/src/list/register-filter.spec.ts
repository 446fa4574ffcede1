import { describe, expect, it } from '@jest/globals';
import { readRegisterFilter, registerVariables, writeRegisterFilter } from './register-filter.js';
import type { RegisterFilter } from './register-filter.js';

const nothing: RegisterFilter = { state: null, kind: null, section: null, object: null, from: null, office: null, standing: null, search: '' };

describe('the filter of the register', () => {
  it('comes back from the address as it was', () => {
    const filter: RegisterFilter = { state: 'SUBMITTED', kind: 'NEW_MEASURE', section: 's', object: 'o', from: 'T3Jn:1', office: 'T3Jn:2', standing: 'NOT_PROPOSED', search: 'mehr Kurse & Räume' };
    expect(String(writeRegisterFilter(filter))).toBe('stand=submitted&art=new_measure&abschnitt=s&zu=o&von=T3Jn%3A1&amt=T3Jn%3A2&vorschlag=not_proposed&suche=mehr+Kurse+%26+R%C3%A4ume');
    expect(readRegisterFilter(writeRegisterFilter(filter))).toEqual(filter);
    expect(String(writeRegisterFilter(nothing))).toBe('');
  });

  it('leaves out what it does not know', () => expect(readRegisterFilter(new URLSearchParams('stand=fertig&art=lied&abschnitt=&vorschlag=1&amt='))).toEqual(nothing));

  it('asks for everything where nothing is chosen', () => expect(registerVariables({ ...nothing, state: 'HELD' })).toMatchObject({ states: ['HELD'], kinds: null, organisationId: null, search: '' }));
});
