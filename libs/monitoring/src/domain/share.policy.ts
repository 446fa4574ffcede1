/** A share as its source states it, with the counts it is made of; all as decimal texts with a point. */
export interface StatedShare {
  /** In percent. */
  readonly value: string;
  /** How many decimals it is stated with: it may be rounded by half of the last one. */
  readonly decimals: number;
  readonly numerator: string;
  readonly denominator: string;
}

/** A decimal as a whole number of its smallest part. @param scale decimals, at least as many as the text has */
function scaled(text: string, scale: number): bigint {
  const [whole = '0', fraction = ''] = text.replace('-', '').split('.');
  const digits = BigInt(whole + fraction.padEnd(scale, '0'));
  return text.startsWith('-') ? -digits : digits;
}

const decimalsIn = (text: string): number => text.split('.')[1]?.length ?? 0;

/** A whole number of smallest parts as a decimal text. */
function decimalText(digits: bigint, decimals: number): string {
  const text = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const [whole, fraction] = [text.slice(0, text.length - decimals), text.slice(text.length - decimals)];
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}

/**
 * Computes a share anew from its counts, 100 · n / d, in whole numbers: no binary fraction decides what is told of a source.
 * @returns the share that follows from the counts, with as many decimals as the stated one and halves rounded up, where the stated one is no
 * rounding of it; null where both agree, or where nothing can be divided
 */
export function disagreeingShare({ value, decimals, numerator, denominator }: StatedShare): string | null {
  const scale = Math.max(decimalsIn(numerator), decimalsIn(denominator));
  const [counted, of] = [scaled(numerator, scale), scaled(denominator, scale)];
  if (of <= 0n || counted < 0n) return null;
  const places = Math.max(decimals, decimalsIn(value));
  const exact = 100n * counted * 10n ** BigInt(places);
  const difference = exact - scaled(value, places) * of;
  // Off by at most half of the last stated decimal is rounding.
  if (2n * (difference < 0n ? -difference : difference) <= of) return null;
  return decimalText((2n * exact + of) / (2n * of), places);
}
