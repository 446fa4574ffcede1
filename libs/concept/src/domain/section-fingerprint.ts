import { createHash } from 'node:crypto';
import type { DocumentText } from '@konzeptwerkstatt/document-model';

/** The same for the same text, marks and fields; SHA-256, hexadecimal. */
export function fingerprintOf(text: DocumentText): string {
  return createHash('sha256').update(JSON.stringify(text)).digest('hex');
}
