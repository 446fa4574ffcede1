import { useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { memo, useMemo, useSyncExternalStore } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { colourClass } from '../extensions/remote-cursor.js';
import { byOrganisation, ParticipantList } from './participant-list.js';
import type { Participant } from './participant-list.js';

/** More than these are told as a number, with all names behind it. */
const mostNames = 8;

function Names({ people }: { readonly people: readonly Participant[] }) {
  const t = useText();
  return (
    <ul className="kw-participants" aria-label={t('concept.presence.label')}>
      {people.map((participant) => (
        <li key={participant.key} className={`kw-participant ${colourClass(participant)}`}>
          {participant.organisation ? t('concept.presence.person', { name: participant.name, organisation: participant.organisation }) : <bdi>{participant.name}</bdi>}
        </li>
      ))}
    </ul>
  );
}

function Crowd({ people }: { readonly people: readonly Participant[] }) {
  const t = useText();
  const { list } = useLanguage();
  return (
    <details className="kw-participants-crowd">
      <summary>{t('concept.presence.count', { count: people.length })}</summary>
      <ul aria-label={t('concept.presence.label')}>
        {byOrganisation(people).map(([organisation, members]) => (
          <li key={organisation}>
            <bdi>{organisation || t('concept.presence.none')}</bdi> ({members.length}): {list(members.map(({ name }) => name))}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Who else has this section open, by name and organisation. */
export const Participants = memo(function Participants({ awareness }: { readonly awareness: Awareness }) {
  const t = useText();
  const list = useMemo(() => new ParticipantList(awareness), [awareness]);
  const people = useSyncExternalStore(list.subscribe, list.getPeople);
  if (people.length === 0) return <p className="kw-participants kw-muted">{t('concept.presence.alone')}</p>;
  return people.length > mostNames ? <Crowd people={people} /> : <Names people={people} />;
});
