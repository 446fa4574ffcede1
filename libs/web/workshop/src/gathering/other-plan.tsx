import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { Overtaken } from '@konzeptwerkstatt/web-shell';
import { Original, useText } from '@konzeptwerkstatt/web-ui';
import { agendaLines } from './agenda-lines.js';
import { useGatheringFacts } from './gathering-facts.js';

/** A gathering as somebody else has planned it meanwhile. */
export function OtherPlan({ gathering, onTake, onKeep }: { gathering: GatheringFactsFragment; onTake: () => void; onKeep: () => void }) {
  const t = useText();
  const facts = useGatheringFacts(gathering);
  const { kind, title, summary, agenda, tables, welcomesGuests, releasesCards, guestsWrite } = gathering;
  const guests = [...(welcomesGuests ? [t('workshop.form.welcomes-guests')] : []), ...(releasesCards ? [t('workshop.form.releases-cards')] : []), ...(guestsWrite ? [t('workshop.form.guests-write')] : [])];
  return (
    <Overtaken onTake={onTake} onKeep={onKeep} facts={[
      { term: t('workshop.form.kind'), value: t(`workshop.gathering-kind.${kind}`) },
      { term: t('workshop.form.title'), value: <Original>{title}</Original> },
      ...facts,
      ...(summary === '' ? [] : [{ term: t('workshop.form.summary'), value: <Original>{summary}</Original> }]),
      ...(agenda.length === 0 ? [] : [{ term: t('workshop.form.agenda'), value: <p className="kw-plain-text"><Original>{agendaLines(agenda)}</Original></p> }]),
      ...(tables.length === 0 ? [] : [{ term: t('workshop.tables.title'), value: <ul>{tables.map(({ uuid, number, title: name, question }) => <li key={uuid}>{number} · <Original>{name}</Original>{question === '' ? null : <> – <Original>{question}</Original></>}</li>)}</ul> }]),
      ...(guests.length === 0 ? [] : [{ term: t('workshop.form.guests'), value: <ul>{guests.map((text) => <li key={text}>{text}</li>)}</ul> }]),
    ]} />
  );
}
