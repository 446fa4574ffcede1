import { leipzig } from './content/leipzig/leipzig.js';
import { rostock } from './content/rostock/rostock.js';

/** The password of every demonstration account; it stands on the first page of a demonstration, so it is no secret. */
export const DEMONSTRATION_PASSWORD = 'beispiel-2026';

/** An account to show to whoever starts the demonstration. */
export interface DemonstrationAccount {
  readonly email: string;
  readonly name: string;
  readonly organisation: string;
  readonly municipality: string;
}

/** All demonstration accounts. */
export const DEMONSTRATION_ACCOUNTS: readonly DemonstrationAccount[] = [leipzig, rostock].flatMap(({ people, organisations, municipality }) =>
  people.map(({ email, name, organisation }) => ({
    email, name, organisation: organisations.find(({ key }) => key === organisation)?.name ?? organisation, municipality: municipality.name,
  })),
);
