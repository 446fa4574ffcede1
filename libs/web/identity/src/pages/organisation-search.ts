/** Letters without accents and case, so that "turkisch" finds "Türkisch". */
const plain = (text: string): string => text.normalize('NFD').replace(/\p{Mark}/gu, '').toLocaleLowerCase('de');

/** Whether every word of a search is part of an organisation's name or short name. */
export function matchesSearch({ name, shortName }: { name: string; shortName: string | null }, search: string): boolean {
  const text = plain(`${name} ${shortName ?? ''}`);
  return plain(search).split(/\s+/).every((word) => text.includes(word));
}
