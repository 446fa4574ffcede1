import type { ContributionContent } from '../city-content.js';

/**
 * Invented contributions, marked as such. What they are about stands in the source (Gesemann/Freudenberg/Walther 2022, section 4.1, CC BY
 * 4.0): daycare places, language mediation, housing, recognition of professions, the advisory council, the step towards diversity. Business
 * says nothing here, as the source observes of such processes.
 */
export const contributions: readonly ContributionContent[] = [
  {
    from: 'voices', kind: 'new_measure', section: 'Bildung und Erziehung', title: 'Eltern begleiten Eltern (Beispiel)', daysAgo: 150,
    text: 'Eltern, die das Schulsystem schon kennen, sollen andere Eltern in ihrer Sprache begleiten. Das kann ein Verein besser als ein Amt. (Beispiel)',
    answer: { verdict: 'considered', reasons: 'Das steht jetzt als Maßnahme im Konzept, mit Honoraren und einer Schulung. (Beispiel)', daysAgo: 120 },
    becameMeasure: 'Elternbegleitung durch Migrantenorganisationen (Beispiel)',
  },
  {
    from: 'women', kind: 'proposal', section: 'Bildung und Erziehung', measure: 'Sprachmittlung bei Kita-Anmeldung und Elterngesprächen (Beispiel)', daysAgo: 146, bundle: 'Sprachmittlung rechtzeitig und überall (Beispiel)',
    text: 'Die Sprachmittlung muss schon bei der Anmeldung da sein, nicht erst beim zweiten Gespräch. (Beispiel)',
    answer: {
      verdict: 'partly', daysAgo: 110,
      reasons: 'Für das erste Gespräch in der Kita planen wir Sprachmittlung fest ein. Für jede Anmeldung reicht das Stundenkontingent nicht; dort gibt es mehrsprachige Anleitungen. (Beispiel)',
    },
  },
  {
    from: 'welfare', kind: 'proposal', section: 'Bildung und Erziehung', measure: 'Sprachmittlung bei Kita-Anmeldung und Elterngesprächen (Beispiel)', daysAgo: 139, bundle: 'Sprachmittlung rechtzeitig und überall (Beispiel)',
    text: 'Auch freie Träger brauchen Sprachmittlung, nicht nur städtische Kitas. (Beispiel)',
  },
  {
    from: 'neighbours', way: 'letter', kind: 'support', section: 'Sozialräumliche Integration', measure: 'Begegnungsorte in Nachbarschaftszentren (Beispiel)', daysAgo: 133,
    text: 'Das Nachbarschaftszentrum wird gut angenommen. Bitte weiter so. (Beispiel)',
    answer: { verdict: 'noted', reasons: '', daysAgo: 118 },
  },
  {
    from: 'advisory', way: 'committee', kind: 'objection', section: 'Sozialräumliche Integration', measure: 'Vereinbarung mit Vermietern zu fairer Vergabe (Beispiel)', daysAgo: 125,
    text: 'Werben allein reicht nicht. Die Stadt soll faire Vergabe zur Bedingung machen, wo sie selbst beteiligt ist. (Beispiel)',
    answer: {
      verdict: 'not', daysAgo: 96,
      reasons: 'Bedingungen im Mietvertrag kann die Stadt nicht vorschreiben. Wir bitten die Unternehmen stattdessen, ihre Kriterien offenzulegen, und berichten darüber jährlich. (Beispiel)',
    },
  },
  {
    from: 'research', way: 'mail', kind: 'question', section: 'Daten und Rahmenbedingungen', daysAgo: 121,
    text: 'Wird die Migrantenbefragung in dieser Form wiederholt, damit man Entwicklungen vergleichen kann? (Beispiel)',
    answer: { verdict: 'forwarded', reasons: 'Darüber entscheidet die Statistik. Ihre Frage ist dort angekommen. (Beispiel)', daysAgo: 101 },
  },
  {
    from: 'advice', kind: 'proposal', section: 'Bekämpfung von Diskriminierung und Rassismus', measure: 'Unabhängige Antidiskriminierungsberatung (Beispiel)', daysAgo: 88,
    text: 'Die Beratung braucht feste Stunden, die nicht jedes Jahr neu beantragt werden müssen. (Beispiel)',
    answer: { verdict: 'considered', reasons: 'Die Stunden stehen jetzt als Daueraufgabe in der Maßnahme. (Beispiel)', daysAgo: 60 },
    becameMeasure: 'Unabhängige Antidiskriminierungsberatung (Beispiel)',
  },
  {
    from: 'voices', kind: 'proposal', section: 'Interkulturelle Orientierung und Öffnung', daysAgo: 74, quote: 'Das Handlungsfeld richtet sich an die Verwaltung selbst: Sprache, Personal, Abläufe.',
    replacement: 'Das Handlungsfeld richtet sich an die Verwaltung selbst: Sprache, Personal, Abläufe und Beschwerdewege.',
    text: 'Wer sich nicht verstanden fühlt, muss wissen, wohin er sich wenden kann. (Beispiel)',
  },
  {
    from: 'women', kind: 'question', section: 'Gesundheitsversorgung und Gesundheitsförderung', measure: 'Offene Gruppe für Frauen im Stadtteil (Beispiel)', language: 'ar', daysAgo: 66,
    text: 'هل توجد رعاية للأطفال أثناء لقاءات المجموعة؟ (مثال)',
    answer: { verdict: 'considered', reasons: 'Ja, Kinderbetreuung ist jetzt Teil der Maßnahme. (Beispiel)', daysAgo: 45 },
    becameMeasure: 'Offene Gruppe für Frauen im Stadtteil (Beispiel)',
  },
  {
    from: 'religions', way: 'phone', kind: 'support', section: 'Interkultureller und interreligiöser Dialog', measure: 'Jährliche Woche des Dialogs (Beispiel)', daysAgo: 51,
    text: 'Die Gemeinden machen wieder mit und bieten eigene Räume an. (Beispiel)',
  },
  {
    from: 'welfare', kind: 'objection', section: 'Ausbildung, Qualifizierung und Beschäftigung', measure: 'Niedrigschwellige Deutschkurse neben der Arbeit (Beispiel)', daysAgo: 33,
    text: 'Abendkurse erreichen Alleinerziehende nicht. Es fehlt ein Angebot am Vormittag. (Beispiel)', assigned: { office: 'welcome', inDays: 14 },
  },
  {
    from: 'advisory', kind: 'question', section: 'Steuerung und Zusammenarbeit', daysAgo: 21,
    text: 'Wie erfährt der Migrantenbeirat, welche Maßnahmen ohne Verantwortliche geblieben sind? (Beispiel)',
  },
  {
    from: 'voices', kind: 'proposal', daysAgo: 12,
    text: 'Das Konzept soll später in eine Diversity-Strategie übergehen. Bitte jetzt schon sagen, wer daran beteiligt wird. (Beispiel)', assigned: { office: 'integration', inDays: 21 },
  },
  {
    from: 'neighbours', kind: 'new_measure', section: 'Sozialräumliche Integration', title: 'Wohnungssuche üben (Beispiel)', daysAgo: 5,
    text: 'Einmal im Monat im Nachbarschaftszentrum: Anzeigen lesen, Unterlagen ordnen, anrufen üben. (Beispiel)', assigned: { office: 'housing', inDays: 30 },
  },
];
