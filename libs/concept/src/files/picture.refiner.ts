import { PhotonImage, resize, SamplingFilter } from '@silvia-odwyer/photon-node';
import { imageSize } from 'image-size';
import { frameSize } from './picture-frame.js';

/** What became of a picture that somebody brought: what is stored instead, or why it cannot be used. */
export type RefinedPicture = { readonly content: Uint8Array } | { readonly problem: 'PICTURE_BROKEN' | 'PICTURE_TOO_WIDE' };

/** Longest side of a stored picture in pixels: the width of a page in print. */
const STORED_SIDE = 2000;
/** Largest picture that is opened at all: a small file may claim to be an endless wall of one colour. */
const MAX_SIDE = 12_000;
const MAX_PIXELS = 40_000_000;
/** A photograph as PNG is many times as large as it needs to be; in bytes. */
const LARGE_PNG = 1024 * 1024;
const JPEG_QUALITY = 85;

/** Where in a picture of that size the pixel comes from which is to be at (x, y), by the eight ways in which cameras are held. */
function sourceOf(orientation: number, width: number, height: number): (x: number, y: number) => readonly [number, number] {
  const [right, bottom] = [width - 1, height - 1];
  switch (orientation) {
    case 2: return (x, y) => [right - x, y];
    case 3: return (x, y) => [right - x, bottom - y];
    case 4: return (x, y) => [x, bottom - y];
    case 5: return (x, y) => [y, x];
    case 6: return (x, y) => [y, bottom - x];
    case 7: return (x, y) => [right - y, bottom - x];
    case 8: return (x, y) => [right - y, x];
    default: return (x, y) => [x, y];
  }
}

/** The picture as it was seen: how the camera was held stands only in the data that is left out. */
function upright(image: PhotonImage, orientation: number): PhotonImage {
  if (orientation < 2 || orientation > 8) return image;
  const [width, height] = [image.get_width(), image.get_height()];
  const [newWidth, newHeight] = orientation >= 5 ? [height, width] : [width, height];
  const before = new Uint32Array(image.get_raw_pixels().slice().buffer);
  const after = new Uint32Array(before.length);
  const from = sourceOf(orientation, width, height);
  for (let y = 0; y < newHeight; y += 1) {
    for (let x = 0; x < newWidth; x += 1) {
      const [sourceX, sourceY] = from(x, y);
      after[y * newWidth + x] = before[sourceY * width + sourceX] as number;
    }
  }
  image.free();
  return new PhotonImage(new Uint8Array(after.buffer), newWidth, newHeight);
}

function shrunk(image: PhotonImage): PhotonImage {
  const [width, height] = [image.get_width(), image.get_height()];
  const scale = STORED_SIDE / Math.max(width, height);
  if (scale >= 1) return image;
  const small = resize(image, Math.max(1, Math.round(width * scale)), Math.max(1, Math.round(height * scale)), SamplingFilter.Triangle);
  image.free();
  return small;
}

function isOpaque(image: PhotonImage): boolean {
  const pixels = image.get_raw_pixels();
  for (let index = 3; index < pixels.length; index += 4) if (pixels[index] !== 255) return false;
  return true;
}

/** PNG or JPEG, which every format knows that a concept goes out in. */
function encoded(image: PhotonImage, isPhotograph: boolean): Uint8Array {
  if (isPhotograph && isOpaque(image)) return image.get_bytes_jpeg(JPEG_QUALITY);
  const png = image.get_bytes();
  return png.length > LARGE_PNG && isOpaque(image) ? image.get_bytes_jpeg(JPEG_QUALITY) : png;
}

interface Measured {
  readonly width: number;
  readonly height: number;
  readonly orientation?: number;
  readonly type?: string;
}

function measured(content: Uint8Array): Measured | null {
  try {
    return imageSize(content);
  } catch {
    return null;
  }
}

/**
 * Opens a picture and writes its pixels anew: nothing else that was in the file is left, neither the place where it was taken nor
 * what somebody hid behind its end. Meant for a thread: a large photograph takes a second and half a gigabyte.
 * @throws RuntimeError of the decoder for a damaged picture; the thread is of no use afterwards
 */
export function refinePicture(content: Uint8Array): RefinedPicture {
  const size = measured(content);
  const frame = frameSize(content, size?.type);
  if (size === null || frame === null || [size, frame].some(({ width, height }) => width < 1 || height < 1)) return { problem: 'PICTURE_BROKEN' };
  if ([size, frame].some(({ width, height }) => Math.max(width, height) > MAX_SIDE || width * height > MAX_PIXELS)) return { problem: 'PICTURE_TOO_WIDE' };
  const image = upright(shrunk(PhotonImage.new_from_byteslice(content)), size.orientation ?? 1);
  const written = encoded(image, size.type !== 'png');
  image.free();
  return { content: written };
}
