import { describe, expect } from '@jest/globals';
import { expectAccessibleInBothLooks } from './support/accessibility.js';
import { useJourneys } from './support/stage.js';

const journey = useJourneys();

describe('signing in', () => {
  journey('somebody of the integration office signs in and finds what waits for her', async (stage) => {
    const office = await stage.visitor('office');
    await office.open('/');
    await office.isAt('Anmelden');
    await expectAccessibleInBothLooks(office.page);
    await office.signIn();
    await office.isAt('Meine Aufgaben');
    await office.main.getByRole('heading', { name: 'Zuletzt geändert' }).waitFor();
    console.error(await office.reads());
    expect(await office.reads()).toContain(office.organisation);
  });
});
