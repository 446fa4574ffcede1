/** Relative luminance (WCAG) of `#rrggbb`. */
function luminance(colour: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((start) => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** Contrast of two colours `#rrggbb` by WCAG, from 1 to 21. */
export function contrastOf(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((a, b) => b - a);
  return (light + 0.05) / (dark + 0.05);
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text);

function mixedWithWhite(colour: string, share: number): string {
  const channel = (start: number): string => {
    const value = Number.parseInt(colour.slice(start, start + 2), 16);
    return Math.round(value + (255 - value) * share).toString(16).padStart(2, '0');
  };
  return `#${channel(1)}${channel(3)}${channel(5)}`;
}

/** Text in the dark look stands on black and on greys near it, so more is asked than the 4.5 to 1 of the light one. */
const DARK_CONTRAST = 7;

/** The same hue, light enough for the dark look. */
export function accentInTheDark(colour: string): string {
  for (let share = 0; share < 1; share += 0.05) {
    const lighter = mixedWithWhite(colour, share);
    if (contrastOf(lighter, '#000000') >= DARK_CONTRAST) return lighter;
  }
  return '#ffffff';
}

const ACTION = '--kern-color-action-default';
const ON_ACTION = '--kern-color-action-on-default';

/** Gives buttons and links the municipality's colour through KERN's tokens; null goes back to KERN's own. */
export function setAccentColour(colour: string | null): void {
  const { style } = document.body;
  if (colour === null || !isColour(colour)) {
    style.removeProperty(ACTION);
    style.removeProperty(ON_ACTION);
    return;
  }
  style.setProperty(ACTION, `light-dark(${colour}, ${accentInTheDark(colour)})`);
  style.setProperty(ON_ACTION, 'light-dark(#ffffff, #000000)');
}
