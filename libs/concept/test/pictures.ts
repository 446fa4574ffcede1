import { PhotonImage } from '@silvia-odwyer/photon-node';

/** Pixels of a picture whose left half is red and whose right half is blue. */
export function halves(width: number, height: number, alpha = 255): PhotonImage {
  const pixels = new Uint8Array(width * height * 4);
  for (let index = 0; index < width * height; index += 1) pixels.set(index % width < width / 2 ? [255, 0, 0, alpha] : [0, 0, 255, alpha], index * 4);
  return new PhotonImage(pixels, width, height);
}

/** A JPEG with what cameras write besides: how they were held, and the place. */
export function photograph(width: number, height: number, orientation: number): Buffer {
  const jpeg = Buffer.from(halves(width, height).get_bytes_jpeg(95));
  // TIFF header, one directory with orientation (0x0112) and a description (0x010e) behind it.
  const place = Buffer.from('GPS 51.34 12.37\0', 'latin1');
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write('MM\0*', 0, 'latin1');
  tiff.writeUInt32BE(8, 4);
  tiff.writeUInt16BE(2, 8);
  tiff.writeUInt16BE(0x010e, 10);
  tiff.writeUInt16BE(2, 12);
  tiff.writeUInt32BE(place.length, 14);
  tiff.writeUInt32BE(tiff.length, 18);
  tiff.writeUInt16BE(0x0112, 22);
  tiff.writeUInt16BE(3, 24);
  tiff.writeUInt32BE(1, 26);
  tiff.writeUInt16BE(orientation, 30);
  const exif = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff, place]);
  const head = Buffer.alloc(4);
  head.writeUInt16BE(0xffe1, 0);
  head.writeUInt16BE(exif.length + 2, 2);
  return Buffer.concat([jpeg.subarray(0, 2), head, exif, jpeg.subarray(2)]);
}
