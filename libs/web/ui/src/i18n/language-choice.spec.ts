import { expect, it } from '@jest/globals';
import { withoutAskedLanguage } from './language-choice.js';

it.each([
  ['?lang=ar', ''], ['?ansicht=alles&lang=ar', '?ansicht=alles'], ['?lang=ar&block=a%26b', '?block=a%26b'], ['?sprache=lang=1', '?sprache=lang=1'], ['', ''],
])('an address with %s goes on with "%s" once its language is chosen', (search, rest) => {
  expect(withoutAskedLanguage({ pathname: '/einladung', search, hash: '#abc' })).toBe(`/einladung${rest}#abc`);
});
