import type { MeasurePartyFactsFragment } from '@konzeptwerkstatt/web-data';
import { StatusTag, useText } from '@konzeptwerkstatt/web-ui';

/** How a party of a measure stands, in a word; nothing for who has simply said yes. */
export function PartyTag({ state }: Pick<MeasurePartyFactsFragment, 'state'>) {
  const t = useText();
  if (state === 'CONFIRMED') return null;
  return <StatusTag tone={state === 'DECLINED' ? 'warning' : 'neutral'}>{t(`concept.party.${state}`)}</StatusTag>;
}
