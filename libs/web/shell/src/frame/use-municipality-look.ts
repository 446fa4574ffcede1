import { ownWordsOf, type TermKey as Term } from '@konzeptwerkstatt/kernel';
import type { TermKey } from '@konzeptwerkstatt/web-data';
import type { OwnWords } from '@konzeptwerkstatt/web-ui';
import { NO_OWN_WORDS, setAccentColour, setOwnWords } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';
import type { ShownMunicipality } from '../session.js';
import { useShellSession } from '../session.js';

const termKeys: Readonly<Record<TermKey, Term>> = { FIELD_OF_ACTION: 'fieldOfAction', GUIDING_GOAL: 'guidingGoal', SUB_GOAL: 'subGoal', MEASURE: 'measure', INDICATOR: 'indicator' };

function wordsOf({ terms, instrumentLabels }: ShownMunicipality): OwnWords {
  return {
    words: ownWordsOf(terms.map(({ key, one, many }) => ({ key: termKeys[key], one, many }))),
    messages: Object.fromEntries(instrumentLabels.map(({ kind, label }) => [`planning.instrument.${kind}`, label])),
  };
}

/** Shows the client in the colours and words of the municipality somebody acts in. */
export function useMunicipalityLook(): void {
  const session = useShellSession();
  const municipality = session.status === 'signed-in' ? session.municipality : null;
  useEffect(() => {
    setAccentColour(municipality?.accentColour ?? null);
    setOwnWords(municipality ? wordsOf(municipality) : NO_OWN_WORDS);
  }, [municipality]);
}
