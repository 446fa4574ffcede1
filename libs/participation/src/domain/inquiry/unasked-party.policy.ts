import { MAX_MEASURES, MAX_RECIPIENTS } from './inquiry.js';

/** An organisation that a measure proposes as lead or partner, that has not said yes or no, and that no running inquiry asks. */
export interface UnaskedParty {
  readonly measureId: string;
  readonly organisationId: string;
}

/** How an organisation that a measure names stands. */
interface StandingParty {
  readonly organisationId: string;
  readonly state: string;
}

/**
 * Who is still to be asked, in the order of the measures; each organisation once for each measure.
 * @param parties of each measure @param isAsked whether a running inquiry asks
 */
export function unaskedParties(measureIds: readonly string[], parties: ReadonlyMap<string, readonly StandingParty[]>, isAsked: (party: UnaskedParty) => boolean): UnaskedParty[] {
  return measureIds.flatMap((measureId) => {
    const proposed = (parties.get(measureId) ?? []).filter(({ state }) => state === 'proposed').map(({ organisationId }) => organisationId);
    return [...new Set(proposed)].map((organisationId) => ({ measureId, organisationId })).filter((party) => !isAsked(party));
  });
}

/** Measures by organisation. */
export type MeasuresByOrganisation = ReadonlyMap<string, ReadonlySet<string>>;

/** The measures by organisation. */
export function byOrganisation(parties: readonly UnaskedParty[]): MeasuresByOrganisation {
  return new Map([...Map.groupBy(parties, ({ organisationId }) => organisationId)].map(([id, own]) => [id, new Set(own.map(({ measureId }) => measureId))]));
}

/** Whether more would be asked than one inquiry asks. @param asked ids of the organisations and measures that are in it @param added whoever comes into it */
export function isTooMuch(asked: { readonly organisationIds: readonly string[]; readonly measureIds: readonly string[] }, added: MeasuresByOrganisation): boolean {
  const organisations = new Set([...asked.organisationIds, ...added.keys()]);
  const measures = new Set([...asked.measureIds, ...[...added.values()].flatMap((ids) => [...ids])]);
  return organisations.size > MAX_RECIPIENTS || measures.size > MAX_MEASURES;
}
