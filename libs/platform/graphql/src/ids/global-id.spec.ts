import { describe, expect, it } from '@jest/globals';
import { decodeCursor, encodeCursor } from '../connection/cursor.js';
import { pageOf, pageOfList } from '../connection/page.js';
import { decodeGlobalId, encodeGlobalId, pickedId, readGlobalId } from './global-id.js';

const uuid = '01900000-0000-7000-8000-000000000000';

describe('a global id', () => {
  it('survives the way there and back', () => {
    expect(decodeGlobalId(encodeGlobalId('Measure', uuid), 'Measure')).toBe(uuid);
  });

  it.each([['another type', encodeGlobalId('Goal', uuid)], ['no uuid', encodeGlobalId('Measure', '1')], ['too much', encodeGlobalId('Measure', `${uuid}:x`)], ['no base64', '%%%'], ['nothing', '']])(
    'with %s does not exist', (_name, id) => expect(() => decodeGlobalId(id, 'Measure')).toThrow(expect.objectContaining({ code: 'NOT_FOUND' })),
  );

  it('that was picked and means nothing of that type is one that nothing has', () => {
    expect(pickedId(encodeGlobalId('Organisation', uuid), 'Organisation')).toBe(uuid);
    for (const id of [encodeGlobalId('Measure', uuid), '%%%']) expect(pickedId(id, 'Organisation')).toBe('00000000-0000-0000-0000-000000000000');
    expect(pickedId(null, 'Organisation')).toBeNull();
  });

  it('that is malformed reads as null', () => expect(readGlobalId('x')).toBeNull());
});

describe('a cursor', () => {
  it('survives the way there and back', () => expect(decodeCursor(encodeCursor('Ä', 3, null, true), 4)).toEqual(['Ä', 3, null, true]));

  it.each([['another length', encodeCursor(1)], ['an object', Buffer.from('[{},1]').toString('base64url')], ['no JSON', 'abc'], ['NUL', encodeCursor('a\u0000', 1)]])(
    'with %s is refused', (_name, cursor) => expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' })),
  );
});

describe('a page', () => {
  const cursorOf = (row: number): string => encodeCursor(row);

  it('is cut to what was asked for, and knows that more follow', () => {
    const page = pageOf([1, 2, 3], { first: 2, after: null }, { cursorOf });
    expect(page.edges.map(({ node }) => node)).toEqual([1, 2]);
    expect(page.pageInfo).toEqual({ hasNextPage: true, hasPreviousPage: false, startCursor: cursorOf(1), endCursor: cursorOf(2) });
    expect(page.totalCount).toBeNull();
  });

  it('counts only when asked', async () => {
    let counted = 0;
    const page = pageOf([1], { first: 2 }, { cursorOf, totalCount: async () => ++counted });
    expect(counted).toBe(0);
    expect(await page.totalCount).toBe(1);
  });

  it.each([0, 101, -1])('of %d is refused', (first) => expect(() => pageOf([], { first }, { cursorOf })).toThrow(expect.objectContaining({ code: 'BAD_USER_INPUT' })));

  it('of a short list goes on after its cursor, to the end', () => {
    const first = pageOfList(['a', 'b', 'c'], { first: 2 });
    const second = pageOfList(['a', 'b', 'c'], { first: 2, after: first.pageInfo.endCursor });
    expect([...first.edges, ...second.edges].map(({ node }) => node)).toEqual(['a', 'b', 'c']);
    expect([first.pageInfo.hasNextPage, second.pageInfo.hasNextPage, first.totalCount]).toEqual([true, false, 3]);
  });
});
