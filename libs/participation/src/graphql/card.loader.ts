import DataLoader from 'dataloader';
import { GuestReader } from '@konzeptwerkstatt/identity';
import { defineLoader } from '@konzeptwerkstatt/platform-graphql';

/** Pseudonyms of guests by raw id; null once they are deleted. */
export const pseudonymLoader = defineLoader<string, string | null>('participation.pseudonym', (container) => {
  const guests = container.get(GuestReader, { strict: false });
  return new DataLoader(async (ids) => {
    const names = await guests.pseudonyms(ids);
    return ids.map((id) => names.get(id) ?? null);
  });
});
