import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { fieldLabelKey } from './field-labels.js';

it('every field that two editions are compared by has a name', () => {
  const policy = readFileSync(join(import.meta.dirname, '../../../../concept/src/domain/edition-comparison.policy.ts'), 'utf8');
  const fields = [...(/const fields = \[([^\]]*)\]/.exec(policy)?.[1] ?? '').matchAll(/'(\w+)'/g)].map(([, field]) => field ?? '');
  const catalogue = JSON.parse(readFileSync(join(import.meta.dirname, '../catalogue/de.json'), 'utf8')) as Record<string, string>;
  expect(fields).toContain('title');
  expect(fields.filter((field) => catalogue[fieldLabelKey(field)] === undefined)).toEqual([]);
});
