import { describe, expect, it } from '@jest/globals';
import { serverAudits } from 'graphql-http';
import { useApi } from './api-harness.js';

const api = useApi({ allowsIntrospection: true });

/** Recommendations that Apollo Server does not follow; known and harmless. */
const KNOWN_WARNINGS = ['572B', 'FDE2', '7B9B'];

describe('GraphQL over HTTP', () => {
  it('passes the audits of the specification with no error and at most the known warnings', async () => {
    const results = await Promise.all(serverAudits({ url: () => `${api.origin}/graphql`, fetchFn: fetch }).map((audit) => audit.fn()));
    const failed = results.filter((result) => result.status === 'error').map(({ id, name }) => `${id} ${name}`);
    const warned = results.filter((result) => result.status === 'warn').map(({ id }) => id);
    expect(failed).toEqual([]);
    expect(warned.filter((id) => !KNOWN_WARNINGS.includes(id))).toEqual([]);
    expect(results.length).toBeGreaterThan(55);
  });
});
