/** A decimal number as people write it in German or English (1.250,50 or 1250.5) in its stored form; null when it is none. */
export function readDecimal(text: string, integerDigits: number): string | null {
  const plain = text.replace(/[\s\u00a0\u202f€]/g, '');
  const normal = plain.includes(',') ? plain.replace(/\./g, '').replace(',', '.') : plain.replace(/\.(?=\d{3}(\.|$))/g, '');
  const [, whole, fraction] = /^0*(\d+?)(?:\.(\d{1,2}))?$/.exec(normal) ?? [];
  if (whole === undefined || whole.length > integerDigits) return null;
  return fraction === undefined ? whole : `${whole}.${fraction}`;
}
