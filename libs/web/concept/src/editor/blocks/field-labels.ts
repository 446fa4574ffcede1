import type { Option, Translate } from '@konzeptwerkstatt/web-ui';

/** A closed list of the document model as options in the reader's language; keys `concept.<list>.<value>`. */
export function optionsOf<Id extends string>(t: Translate, list: string, values: readonly Id[]): Option<Id>[] {
  return values.map((value) => ({ id: value, label: t(`concept.${list}.${value}`) }));
}
