import { standingOf } from '../standing.js';
import { amountWord, asOf, bullet, count, heading, measuresBySection, paragraph, table } from './report-blocks.js';
import type { ReportFacts, ReportSection } from './report-facts.js';

/** A paper for the deciding body: what it is to resolve, why, who took part and what it costs, with room to write. */
export function councilPaper(facts: ReportFacts): ReportSection[] {
  const { concept, measures, contributions, municipality, today } = facts;
  const { all } = standingOf(measures, today);
  const answered = contributions.filter(({ verdict }) => verdict !== null).length;
  const organisations = new Set(contributions.flatMap(({ organisation }) => (organisation === null ? [] : [organisation])));
  const bound = measures.filter(({ fundingState }) => fundingState === 'subject_to_budget').length;
  return [
    { title: 'Beschlussvorschlag', blocks: [paragraph(`Das Konzept „${concept.title}“ (${concept.year}) wird beschlossen.`), paragraph('')] },
    {
      title: 'Sachverhalt',
      blocks: [
        asOf(facts),
        paragraph(`Das Konzept gliedert sich in ${count(measuresBySection(facts).length, 'Handlungsfeld', 'Handlungsfelder')} mit ${count(all.total, 'Maßnahme', 'Maßnahmen')}.`),
        table(['Handlungsfeld', 'Maßnahmen', 'Kosten, soweit angegeben'], measuresBySection(facts).map(({ title, measures: own }) => [title, String(own.length), amountWord(standingOf(own, today).all.budget)])),
        paragraph(''),
      ],
    },
    {
      title: 'Beteiligung',
      blocks: [paragraph(`Zum Konzept gingen ${count(contributions.length, 'Rückmeldung', 'Rückmeldungen')} von ${count(organisations.size, 'Organisation', 'Organisationen')} ein. ${answered} davon ${answered === 1 ? 'ist' : 'sind'} beantwortet.`), paragraph('')],
    },
    {
      title: 'Finanzielle Auswirkungen',
      blocks: [paragraph(`${count(all.budgeted, 'Maßnahme nennt', 'Maßnahmen nennen')} Kosten, zusammen ${amountWord(all.budget)}. ${count(bound, 'Maßnahme steht', 'Maßnahmen stehen')} unter dem Vorbehalt des Haushalts.`), paragraph('')],
    },
    { title: 'Anlagen', blocks: [heading('Diesem Papier liegen bei'), bullet(`Konzept „${concept.title}“ (${concept.year}), ${municipality}`)] },
  ];
}
