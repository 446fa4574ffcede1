import { registerEnumType } from '@nestjs/graphql';
import type { FactBasis } from '../domain/planning-process.entity.js';

/** Where a statement comes from. */
export const FactBasisEnum = { SEED: 'seed', EXTERNAL: 'external', OWN: 'own' } as const satisfies Record<string, FactBasis>;

registerEnumType(FactBasisEnum, {
  name: 'FactBasis',
  description: 'Where a statement comes from.',
  valuesMap: {
    SEED: { description: 'From the source of the demonstration.' },
    EXTERNAL: { description: 'From the public page named with it.' },
    OWN: { description: 'Entered by people of the municipality.' },
  },
});
