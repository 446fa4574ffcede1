import { expect, it } from '@jest/globals';
import { colourErrors } from './colour.policy.js';

const codes = (colour: string): string[] => colourErrors(colour).map(({ code }) => code);

it.each(['#1b5e20', '#000000', '#767676'])('%s can be read on white', (colour) => expect(codes(colour)).toEqual([]));
it.each(['#777777', '#ffcc00', '#ffffff'])('%s is too light', (colour) => expect(codes(colour)).toEqual(['COLOUR_CONTRAST']));
it.each(['red', '#fff', '#1B5E20', '#1b5e20; background: url(//x)'])('%j is no colour of that form', (colour) => expect(codes(colour)).toEqual(['COLOUR_FORMAT']));
