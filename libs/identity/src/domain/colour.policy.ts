import type { UserErrorDetail } from '@konzeptwerkstatt/kernel';

/** WCAG 2.2, 1.4.3: text of normal size. */
const LEAST_CONTRAST = 4.5;

/** Relative luminance (WCAG) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

/** What is wrong with a colour for buttons and links: it stands as text on white, and white text stands on it. */
export function colourErrors(colour: string): UserErrorDetail[] {
  if (!/^#[0-9a-f]{6}$/.test(colour)) return [{ code: 'COLOUR_FORMAT', message: 'Bitte geben Sie die Farbe als # und sechs Ziffern oder Buchstaben von a bis f an, zum Beispiel #1b5e20.', path: ['colour'] }];
  const reached = contrast(colour, '#ffffff');
  if (reached >= LEAST_CONTRAST) return [];
  const text = reached.toFixed(1).replace('.', ',');
  return [{ code: 'COLOUR_CONTRAST', message: `Diese Farbe ist zu hell: Auf Weiß erreicht sie ${text} zu 1, nötig sind 4,5 zu 1. Bitte nehmen Sie eine dunklere.`, path: ['colour'], params: { contrast: text } }];
}
