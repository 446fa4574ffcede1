import { expect, it } from '@jest/globals';
import { addressForPeople, addressInLanguage } from './address-for-people.js';

it.each([
  [undefined, '127.0.0.1', 'http://localhost:3000/k'], [undefined, '::', 'http://localhost:3000/k'], [undefined, '10.1.2.3', 'http://10.1.2.3:3000/k'], [undefined, 'fd00::1', 'http://[fd00::1]:3000/k'],
  ['https://konzept.example.org', '127.0.0.1', 'https://konzept.example.org/k'],
] as const)('people are given one address: public %s, listening on %s, is %s', (publicOrigin, host, address) => {
  expect(addressForPeople({ publicOrigin, host, port: 3000 }, '/k')).toBe(address);
});

it.each([
  ['/k', 'de', '/k'], ['/k', 'ar', '/k?lang=ar'], ['/k#abc', 'en', '/k?lang=en#abc'], ['/k?block=1', 'ar', '/k?block=1&lang=ar'], ['/k?block=1#x#y', 'ar', '/k?block=1&lang=ar#x#y'],
])('%s in the language %s is %s', (path, language, asked) => {
  expect(addressInLanguage({ publicOrigin: 'https://stadt.example', host: '::', port: 3000 }, path, language)).toBe(`https://stadt.example${asked}`);
});
