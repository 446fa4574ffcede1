import { refinePicture } from './picture.refiner.js';
import type { RefinedPicture } from './picture.refiner.js';

/** Runs in a thread of its own: opening a picture is slow, and a damaged one leaves the decoder in an unknown state. */
export default function refine(content: Uint8Array): RefinedPicture {
  return refinePicture(content);
}
