import { expect, it } from '@jest/globals';
import { takenTitleProblems } from './title.policy.js';

it.each(['Bildung', ' bildung ', 'BILDUNG', 'Ämter  und Wege', 'A\u0308mter und Wege', 'ämter und wege'])('%j is the title of a section that is there already', (title) => {
  expect(takenTitleProblems(title, ['Arbeit', 'Bildung', 'Ämter und Wege'])).toMatchObject([{ code: 'SECTION_TITLE_TAKEN', path: ['title'] }]);
});

it.each(['Bildung 2', 'Bildungswege', 'Amter und Wege'])('%j is another title', (title) => expect(takenTitleProblems(title, ['Bildung', 'Ämter und Wege'])).toEqual([]));
