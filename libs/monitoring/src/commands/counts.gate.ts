import type { Transaction } from '@konzeptwerkstatt/platform-database';
import type { IndicatorFacts } from '../domain/indicator.entity.js';
import { monitoringError } from '../domain/monitoring.errors.js';
import type { IndicatorRepository } from '../persistence/indicator.repository.js';

/**
 * Makes sure that a share is made of two counts of its municipality.
 * @param ownId of the share, where it exists already: it is no count of itself
 * @throws ValidationError COUNT_EXPECTED
 */
export async function requireCounts(indicators: IndicatorRepository, tx: Transaction, municipalityId: string, { numeratorId, denominatorId }: IndicatorFacts, ownId: string | null = null): Promise<void> {
  if (numeratorId === null || denominatorId === null) return;
  const counting = await indicators.findCounting(tx, municipalityId, [numeratorId, denominatorId]);
  const isCount = (id: string): boolean => id !== ownId && counting.has(id);
  if (!isCount(numeratorId)) throw monitoringError('COUNT_EXPECTED', ['numeratorId']);
  if (!isCount(denominatorId) || denominatorId === numeratorId) throw monitoringError('COUNT_EXPECTED', ['denominatorId']);
}
