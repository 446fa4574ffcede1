import { ExitCode, StartupError } from '@konzeptwerkstatt/platform-config';
import type { ObjectBucket } from './object-bucket.js';

/**
 * The bucket of an address; the store's client is loaded only where there is a store. One that is silent now may answer later.
 * @param address as ObjectBucket takes it
 * @throws StartupError when the store refuses the bucket or the key
 */
export async function openObjectBucket(address: string): Promise<ObjectBucket> {
  const { ObjectBucket } = await import('./object-bucket.js');
  const bucket = new ObjectBucket(address);
  if ((await bucket.probe()) !== 'refused') return bucket;
  bucket.close();
  throw new StartupError('Der Speicher für Dateien (S3_URL) nimmt den Schlüssel nicht an oder kennt den Behälter nicht.', ExitCode.wrongSetting);
}
