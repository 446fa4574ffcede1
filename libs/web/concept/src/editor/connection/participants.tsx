import { useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import type { Awareness } from 'y-protocols/awareness';
import { colourClass } from '../extensions/remote-cursor.js';
import type { RemoteUser } from '../extensions/remote-cursor.js';

interface Participant extends RemoteUser { readonly clientId: number }

function others(awareness: Awareness): Participant[] {
  return [...awareness.getStates()]
    .filter(([clientId]) => clientId !== awareness.clientID)
    .map(([clientId, state]) => ({ clientId, ...(state['user'] as RemoteUser | undefined) }))
    .filter((participant) => participant.name !== undefined);
}

/** Who else has this section open, by name and organisation. */
export function Participants({ awareness }: { readonly awareness: Awareness }) {
  const t = useText();
  const [participants, setParticipants] = useState<readonly Participant[]>(() => others(awareness));
  useEffect(() => {
    const read = () => setParticipants(others(awareness));
    awareness.on('change', read);
    read();
    return () => awareness.off('change', read);
  }, [awareness]);
  if (participants.length === 0) return <p className="kw-participants kw-muted">{t('concept.presence.alone')}</p>;
  return (
    <ul className="kw-participants" aria-label={t('concept.presence.label')}>
      {participants.map((participant) => (
        <li key={participant.clientId} className={`kw-participant ${colourClass(participant)}`}>
          <bdi>{participant.name}</bdi>{participant.organisation ? <>, <bdi>{participant.organisation}</bdi></> : null}
        </li>
      ))}
    </ul>
  );
}
