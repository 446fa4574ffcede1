import type { Translate } from '@konzeptwerkstatt/web-ui';
import { i18n } from '@konzeptwerkstatt/web-ui';

/** The word for a key of the facts; a key without one reads as "other", so that no technical name shows. */
export function keyLabel(group: 'step-kind' | 'body-kind' | 'phase-kind' | 'document-kind', key: string, t: Translate): string {
  const message = `planning.${group}.${key.toLowerCase()}`;
  return t(i18n.exists(message) ? message : `planning.${group}.other`);
}
