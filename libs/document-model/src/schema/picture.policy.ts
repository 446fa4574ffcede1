import { isStorableText } from '../fields/plain-text.policy.js';
import { isBlockId, isUuid } from './block-id.policy.js';

/** Longest alternative text and caption of a picture, in UTF-16 units. */
export const MAX_PICTURE_TEXT = 500;

/** What a picture in the text says of itself. Its bytes are a stored file. */
export interface PictureAttributes {
  /** The stored file; null when there is none (any more), e.g. because what was pasted came from elsewhere. */
  readonly fileId: string | null;
  /** What is to be seen, for those who cannot see it; empty: not yet given. */
  readonly alt: string;
  /** What stands below it; empty: nothing. */
  readonly caption: string;
  /** True when it says nothing that the text does not say: then it needs no alternative text. */
  readonly decorative: boolean;
}

/** What may be stored of what somebody typed: one line of at most {@link MAX_PICTURE_TEXT} units; what is no text reads as empty. Never ends in half a character. */
export function toPictureText(value: unknown): string {
  if (typeof value !== 'string') return '';
  const line = value.replace(/[\p{Cc}\s]+/gu, ' ').replace(/\p{Surrogate}/gu, '').trim();
  return line.length <= MAX_PICTURE_TEXT ? line : line.slice(0, MAX_PICTURE_TEXT).replace(/\p{Surrogate}$/u, '').trimEnd();
}

const isPictureText = (value: unknown): boolean => typeof value === 'string' && value.length <= MAX_PICTURE_TEXT && isStorableText(value);
const storedText = (value: unknown): string => (isPictureText(value) ? toPictureText(value) : '');

/** The attributes as everybody reads them; what does not fit counts as not set. */
export function toPictureAttributes(raw: Readonly<Record<string, unknown>>): PictureAttributes {
  const { fileId, alt, caption, decorative } = raw;
  return { fileId: isUuid(fileId) ? fileId : null, alt: storedText(alt), caption: storedText(caption), decorative: decorative === true };
}

/** What a picture says in words, for comparing and searching: alternative text and caption, one line each. */
export function pictureWords({ alt, caption, decorative }: PictureAttributes): string {
  return [decorative ? '' : alt, caption].filter((line) => line !== '').join('\n');
}

const checks: Readonly<Record<string, (value: unknown) => boolean>> = {
  id: (value) => value === null || isBlockId(value),
  fileId: (value) => value === null || isUuid(value),
  alt: isPictureText,
  caption: isPictureText,
  decorative: (value) => typeof value === 'boolean',
};

/** Whether a value may be stored under that key of a picture. */
export function isPictureValue(key: string, value: unknown): boolean {
  return checks[key]?.(value) ?? false;
}
