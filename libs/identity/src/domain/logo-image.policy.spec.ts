import { describe, expect, it } from '@jest/globals';
import { crc32 } from 'node:zlib';
import { logoProblem } from './logo-image.policy.js';

const png = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');

/** The same picture that says to be so wide. */
function ofWidth(width: number): Buffer {
  const copy = Buffer.from(png);
  copy.writeUInt32BE(width, 16);
  copy.writeUInt32BE(crc32(copy.subarray(12, 29)), 29);
  return copy;
}

/** Start, one frame of 2 × 3 pixels, end. */
const jpeg = Buffer.from([0xff, 0xd8, 0xff, 0xc0, 0, 11, 8, 0, 3, 0, 2, 1, 1, 0x11, 0, 0xff, 0xd9]);

describe('a logo', () => {
  it('is a whole PNG or JPEG', () => {
    expect(logoProblem(png, 'image/png')).toBeNull();
    expect(logoProblem(jpeg, 'image/jpeg')).toBeNull();
  });

  it('is not one that breaks off', () => {
    expect(logoProblem(png.subarray(0, 40), 'image/png')).toBe('LOGO_BROKEN');
    expect(logoProblem(jpeg.subarray(0, 10), 'image/jpeg')).toBe('LOGO_BROKEN');
  });

  it('is not one whose parts were changed', () => {
    const changed = Buffer.from(png);
    changed[20] = 9;
    expect(logoProblem(changed, 'image/png')).toBe('LOGO_BROKEN');
  });

  it('is not one that would fill the memory of every browser', () => {
    expect(logoProblem(ofWidth(4096), 'image/png')).toBeNull();
    expect(logoProblem(ofWidth(100_000), 'image/png')).toBe('LOGO_TOO_WIDE');
  });
});
