import type { Translate } from '@konzeptwerkstatt/web-ui';
import { i18n } from '@konzeptwerkstatt/web-ui';

function partText(part: string, t: Translate): string {
  const [name = '', value = ''] = part.split('=');
  const message = `monitoring.breakdown.${name}-${value}`;
  return i18n.exists(message) ? t(message) : value.replaceAll('_', ' ');
}

/** Which part of the population a value is about (`age=under_5;…`), in words; "alle" for the total. */
export function breakdownText(breakdown: string, t: Translate): string {
  if (breakdown === '') return t('monitoring.breakdown.all');
  return breakdown.split(';').map((part) => partText(part, t)).join(', ');
}

/** In which respect values are broken down, in words; keys that came with figures from elsewhere stay as they are. */
export function dimensionText(dimension: string, t: Translate): string {
  const message = `monitoring.dimension.${dimension.toUpperCase()}`;
  return i18n.exists(message) ? t(message) : dimension.replaceAll('_', ' ');
}
