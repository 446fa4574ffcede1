import { describe, expect, it } from '@jest/globals';
import { piecesOf, textToSend, withPicked } from './picked-mentions.js';
import type { PickedMention } from './picked-mentions.js';

const anna: PickedMention = { kind: 'PERSON', uuid: 'a1', label: 'Anna' };
const annaMaria: PickedMention = { kind: 'PERSON', uuid: 'a2', label: 'Anna Maria' };
const club: PickedMention = { kind: 'ORGANISATION', uuid: 'o1', label: 'Verein Süd' };

describe('a text in which somebody is mentioned', () => {
  it('is sent with ids instead of names, the longest name first', () => {
    expect(textToSend('@Anna Maria und @Anna von @Verein Süd.', [anna, annaMaria, club])).toBe('@[person:a2] und @[person:a1] von @[organisation:o1].');
  });

  it('mentions nobody whose name was changed or goes on, nor whom nobody chose', () => {
    expect(textToSend('@Annabell, anna@example.org, @Ann, @Berta', [anna])).toBe('@Annabell, anna@example.org, @Ann, @Berta');
  });

  it('is shown in pieces', () => {
    expect(piecesOf('Frag @Anna, bitte', [anna])).toEqual(['Frag ', anna, ', bitte']);
  });

  it('tells two of the same name apart', () => {
    const second = withPicked([anna], { kind: 'PERSON', uuid: 'a3', name: 'Anna', organisationName: 'Verein Süd' });
    expect(second.label).toBe('Anna (Verein Süd)');
    expect(withPicked(second.picked, { kind: 'PERSON', uuid: 'a3', name: 'Anna', organisationName: 'Verein Süd' })).toEqual({ picked: second.picked, label: second.label });
    expect(withPicked([anna], { kind: 'PERSON', uuid: 'a1', name: 'Anna', organisationName: null })).toEqual({ picked: [anna], label: 'Anna' });
  });
});
