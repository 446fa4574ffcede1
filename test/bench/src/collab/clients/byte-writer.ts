import * as encoding from 'lib0/encoding';

/** Bytes put together by the functions of lib0's encoder. */
export function bytesOf(write: (encoder: encoding.Encoder) => void): Uint8Array {
  const encoder = encoding.createEncoder();
  write(encoder);
  return encoding.toUint8Array(encoder);
}
