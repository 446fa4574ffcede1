import { describe, expect, it } from '@jest/globals';
import { PhotonImage } from '@silvia-odwyer/photon-node';
import { imageSize } from 'image-size';
import { halves, photograph } from '../../test/pictures.js';
import { refinePicture } from './picture.refiner.js';

function refined(content: Uint8Array): Buffer {
  const answer = refinePicture(content);
  if ('problem' in answer) throw new Error(answer.problem);
  return Buffer.from(answer.content);
}

/** Red or blue, at a place of the picture. */
function colourAt(content: Uint8Array, x: number, y: number): 'red' | 'blue' {
  const image = PhotonImage.new_from_byteslice(content);
  const at = (y * image.get_width() + x) * 4;
  const pixels = image.get_raw_pixels();
  return (pixels[at] ?? 0) > (pixels[at + 2] ?? 0) ? 'red' : 'blue';
}

describe('a picture that somebody brings', () => {
  it('loses where and with what it was taken, and stands upright', () => {
    const content = photograph(40, 20, 6);
    expect(content.includes('GPS')).toBe(true);
    const stored = refined(content);
    expect(stored.includes('GPS') || stored.includes('Exif')).toBe(false);
    expect(imageSize(stored)).toMatchObject({ width: 20, height: 40, type: 'jpg' });
    // Held so that the left side of the file is the top of what was seen.
    expect([colourAt(stored, 10, 3), colourAt(stored, 10, 36)]).toEqual(['red', 'blue']);
  });

  it.each([[1, 'red', 'blue'], [2, 'blue', 'red'], [3, 'blue', 'red'], [4, 'red', 'blue']] as const)('held as %i has the left %s and the right %s', (orientation, left, right) => {
    const stored = refined(photograph(40, 20, orientation));
    expect([colourAt(stored, 3, 10), colourAt(stored, 36, 10)]).toEqual([left, right]);
  });

  it.each([[5, 'red', 'blue'], [6, 'red', 'blue'], [7, 'blue', 'red'], [8, 'blue', 'red']] as const)('held as %i has the top %s and the bottom %s', (orientation, top, bottom) => {
    const stored = refined(photograph(40, 20, orientation));
    expect([colourAt(stored, 10, 3), colourAt(stored, 10, 36)]).toEqual([top, bottom]);
  });

  it('has nothing behind its end', () => {
    expect(refined(Buffer.concat([halves(20, 10).get_bytes(), Buffer.from('<script>alert(1)</script>')])).includes('script')).toBe(false);
  });

  it('is at most as large as a printed page needs, a WebP becomes what every format knows, and what shines through stays so', () => {
    expect(imageSize(refined(halves(4000, 1000).get_bytes_jpeg(80)))).toMatchObject({ width: 2000, height: 500, type: 'jpg' });
    expect(imageSize(refined(halves(30, 20).get_bytes_webp()))).toMatchObject({ width: 30, type: 'jpg' });
    expect(imageSize(refined(halves(30, 20, 100).get_bytes_webp()))).toMatchObject({ width: 30, type: 'png' });
    expect(imageSize(refined(halves(30, 20).get_bytes()))).toMatchObject({ width: 30, type: 'png' });
  });

  it('is refused when it is none, or claims to be endless', () => {
    expect(refinePicture(Buffer.from('no picture at all'))).toEqual({ problem: 'PICTURE_BROKEN' });
    const endless = Buffer.from(halves(10, 10).get_bytes());
    endless.writeUInt32BE(60_000, 16);
    endless.writeUInt32BE(60_000, 20);
    expect(refinePicture(endless)).toEqual({ problem: 'PICTURE_TOO_WIDE' });
  });

  it('is refused when its frame is endless, whatever else it says of its size', () => {
    const jpeg = Buffer.from(halves(10, 10).get_bytes_jpeg(80));
    const frame = jpeg.indexOf(Buffer.from([0xff, 0xc0]));
    jpeg.writeUInt16BE(65_000, frame + 5);
    jpeg.writeUInt16BE(65_000, frame + 7);
    // A byte to fill up with before the frame, and another frame behind it that seems small.
    const small = Buffer.from([0xff, 0xc0, 0, 17, 8, 0, 10, 0, 10, 3, 1, 0x22, 0, 2, 0x11, 1, 3, 0x11, 1]);
    expect(refinePicture(Buffer.concat([jpeg.subarray(0, frame), Buffer.from([0xff]), jpeg.subarray(frame, frame + 19), small, jpeg.subarray(frame + 19)]))).not.toHaveProperty('content');
    const webp = Buffer.from(halves(10, 10).get_bytes_webp());
    const bits = webp.indexOf('VP8L') + 9;
    webp.writeUInt32LE(0x0fff_ffff, bits);
    expect(refinePicture(webp)).toEqual({ problem: 'PICTURE_TOO_WIDE' });
  });
});
