import type { Translate } from '@konzeptwerkstatt/web-ui';

/** The words for a value of a closed list as the API writes it (`CHILDREN_YOUTH`); keys `concept.<list>.<value in lower case>`. */
export function valueLabel(t: Translate, list: string, value: string): string {
  return t(`concept.${list}.${value.toLowerCase()}`);
}
