import { describe, expect, it } from '@jest/globals';
import { id } from '../../test/editor-replica.js';
import { isAllowedFieldKey } from './field-key.policy.js';
import { checkField } from './field.registry.js';

describe('a value is stored', () => {
  it.each([
    ['type', 'pilot'],
    ['status', 'paused'],
    ['decisionState', 'adopted'],
    ['lead', id(1)],
    [`partner/${id(1)}`, true],
    ['targetGroup/women', true],
    ['period', '2027-Q1/..'],
    ['resources', 'Zwei Räume\nund Geduld 😀'],
    ['budgetAmount', '999999999999.99'],
    ['budgetAmount', '0'],
    ['fundingSource', 'Landesprogramm'],
    ['staffPositions', '0.75'],
    [`indicator/${id(2)}`, true],
    [`goal/${id(3)}`, true],
  ])('measure %s = %j', (key, value) => {
    expect(checkField('measure', key, value)).toBeNull();
  });
});

describe('a value is refused', () => {
  it.each([
    ['status', 'adopted', 'FIELD_NOT_IN_LIST'],
    ['lead', 'Integrationsamt', 'FIELD_NOT_AN_ID'],
    ['lead', true, 'FIELD_NOT_AN_ID'],
    [`partner/${id(1)}`, 'yes', 'FIELD_NOT_A_MEMBER'],
    ['partner/somebody', true, 'FIELD_UNKNOWN'],
    ['partner', true, 'FIELD_UNKNOWN'],
    ['targetGroup/aliens', true, 'FIELD_UNKNOWN'],
    ['status/x', 'idea', 'FIELD_UNKNOWN'],
    ['__proto__', 'x', 'FIELD_UNKNOWN'],
    ['period', '2028/2027', 'PERIOD_ENDS_BEFORE_START'],
    ['resources', 'x'.repeat(2001), 'FIELD_TOO_LONG'],
    ['resources', 'a\u0000b', 'FIELD_FORBIDDEN_CHARACTER'],
    ['fundingSource', 'a\ud83d', 'FIELD_FORBIDDEN_CHARACTER'],
    ['fundingSource', '', 'FIELD_NOT_TEXT'],
    ['budgetAmount', '1000000000000', 'FIELD_NOT_A_DECIMAL'],
    ['budgetAmount', '12,50', 'FIELD_NOT_A_DECIMAL'],
    ['budgetAmount', '-1', 'FIELD_NOT_A_DECIMAL'],
    ['budgetAmount', 12, 'FIELD_NOT_A_DECIMAL'],
    ['staffPositions', '0.755', 'FIELD_NOT_A_DECIMAL'],
    ['fundingUntil', '2027-02-30', 'FIELD_NOT_A_DAY'],
    ['fundingUntil', '31.12.2027', 'FIELD_NOT_A_DAY'],
    ['fundingUntil', 20271231, 'FIELD_NOT_A_DAY'],
  ])('measure %s = %j', (key, value, code) => {
    expect(checkField('measure', key, value)).toMatchObject({ key, code });
  });

  it('for a goal when only measures have such a field', () => {
    expect(checkField('goal', 'status', 'idea')).toMatchObject({ code: 'FIELD_UNKNOWN' });
    expect(checkField('goal', 'kind', 'guiding')).toBeNull();
  });
});

describe('a key of the fields map', () => {
  it('needs a block id in front of a known field', () => {
    expect(isAllowedFieldKey(`${id(1)}/status`)).toBe(true);
    expect(isAllowedFieldKey(`${id(1)}/kind`)).toBe(true);
    expect(isAllowedFieldKey(`${id(1)}/partner/${id(2)}`)).toBe(true);
    expect([`status`, `x/status`, `${id(1)}`, `${id(1)}/`, `${id(1)}/onclick`, `${id(1)}status`, `${id(1)}/partner/`].filter(isAllowedFieldKey)).toEqual([]);
  });
});
