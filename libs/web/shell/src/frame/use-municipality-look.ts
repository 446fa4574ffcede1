import type { OwnWords } from '@konzeptwerkstatt/web-ui';
import { NO_OWN_WORDS, setAccentColour, setOwnWords } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';
import type { ShownMunicipality } from '../session.js';
import { useShellSession } from '../session.js';

/** The usual German words, which the catalogues use. */
const usualWords: Readonly<Record<string, readonly [string, string]>> = {
  FIELD_OF_ACTION: ['Handlungsfeld', 'Handlungsfelder'],
  GUIDING_GOAL: ['Leitziel', 'Leitziele'],
  SUB_GOAL: ['Teilziel', 'Teilziele'],
  MEASURE: ['Maßnahme', 'Maßnahmen'],
  INDICATOR: ['Indikator', 'Indikatoren'],
};

function wordsOf({ terms, instrumentLabels }: ShownMunicipality): OwnWords {
  return {
    words: terms.flatMap(({ key, one, many }) => { const usual = usualWords[key]; return usual ? [{ usual, own: [one, many] as const }] : []; }),
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
