import type { PhaseFactsFragment, ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Button, EmptyState, Original, Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { keyLabel } from '../process/key-label.js';
import { Examples } from './examples.js';
import { PhaseActions } from './phase-actions.js';
import { PhaseForm } from './phase-form.js';
import { PhaseTime } from './phase-time.js';
import { Rules } from './rules.js';

type Process = NonNullable<ProcessPageQuery['process']>;

const tones = { PLANNED: 'neutral', OPEN: 'success', CLOSED: 'neutral' } as const;

const gatheringsOf = ({ gatherings }: Process, { id }: PhaseFactsFragment) => gatherings.filter(({ phase }) => phase?.id === id);

/** Meetings that belong to a phase. */
function PhaseGatherings({ process, phase }: { process: Process; phase: PhaseFactsFragment }) {
  const t = useText();
  const gatherings = gatheringsOf(process, phase);
  if (gatherings.length === 0) return null;
  return (
    <ul className="kw-plan__gatherings" aria-label={t('planning.phase.gatherings', { title: phase.title })}>
      {gatherings.map(({ id, uuid, kind, title, startsAt, endsAt, isOutsidePhase }) => (
        <li key={id}>
          <TextLink href={`/treffen/${uuid}`}><Original>{title}</Original></TextLink> <span className="kw-muted">{t(`planning.gathering-kind.${kind}`)} · <PhaseTime opensAt={startsAt} closesAt={endsAt} /></span>
          {isOutsidePhase ? <> <StatusTag tone="warning">{t('planning.phase.outside')}</StatusTag></> : null}
        </li>
      ))}
    </ul>
  );
}

function Phase({ phase, process }: { phase: PhaseFactsFragment; process: Process }) {
  const t = useText();
  return (
    <li className="kw-plan__item" data-state={phase.state}>
      <h3 className="kw-timeline__title"><Original>{phase.title}</Original></h3>
      <div className="kw-plan__body">
        <p className="kw-plan__time"><PhaseTime opensAt={phase.opensAt} closesAt={phase.closesAt} /></p>
        <div className="kw-cluster"><StatusTag tone={tones[phase.state]}>{t(`planning.phase.state.${phase.state}`)}</StatusTag></div>
        <p className="kw-muted">
          {[keyLabel('phase-kind', phase.kind, t), phase.trackName ? t('planning.phase.track', { name: phase.trackName }) : null].filter(Boolean).join(' · ')}
          {phase.bodyName ? <> · <Original>{phase.bodyName}</Original></> : null}
        </p>
        {phase.summary ? <p><Original>{phase.summary}</Original></p> : null}
        <PhaseGatherings process={process} phase={phase} />
        <Rules rules={phase.rules} />
        <Examples examples={phase.examples} exampleName={process.exampleName} />
        {process.mayManage ? <PhaseActions processId={process.id} tracks={process.tracks} phase={phase} gatherings={gatheringsOf(process, phase)} /> : null}
      </div>
    </li>
  );
}

/** What a process plans, from the first phase to the last; whoever steers it can change each. */
export function Phases({ process }: { process: Process }) {
  const t = useText();
  const { day } = useLanguage();
  const [isAdding, setIsAdding] = useState(false);
  if (process.phases.length === 0 && !process.mayManage) return null;
  return (
    <Section title={t('planning.phases.title')} description={process.decisionDay && process.decisionTitle ? t('planning.phases.towards', { decision: process.decisionTitle, day: day(process.decisionDay) }) : undefined} actions={process.mayManage ? <Button size="small" icon="add" onPress={() => setIsAdding(true)}>{t('planning.phase.add')}</Button> : undefined}>
      {process.tracks.length > 0 ? <p>{t('planning.tracks.title')}: <Original>{process.tracks.join(', ')}</Original></p> : null}
      {process.phases.length === 0 ? <EmptyState title={t('planning.phases.empty')}>{t('planning.phases.empty-text')}</EmptyState> : (
        <ol className="kw-plan">{process.phases.map((phase) => <Phase key={phase.id} phase={phase} process={process} />)}</ol>
      )}
      {isAdding ? <PhaseForm processId={process.id} tracks={process.tracks} phase={null} onClose={() => setIsAdding(false)} /> : null}
    </Section>
  );
}
