import type { ProcessPageQuery } from '@konzeptwerkstatt/web-data';
import { Card, CardGrid, EmptyState, LinkButton, Original, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { PhaseTime } from '../plan/phase-time.js';

type Process = NonNullable<ProcessPageQuery['process']>;

const tones = { PLANNED: 'neutral', RUNNING: 'success', OVER: 'neutral' } as const;

/** Meetings within a process: workshops, working groups, conferences, council meetings. */
export function Gatherings({ process }: { process: Process }) {
  const t = useText();
  if (process.gatherings.length === 0 && !process.mayManage) return null;
  return (
    <Section title={t('planning.gatherings.title')} actions={process.mayManage ? <LinkButton size="small" icon="add" href={`/prozesse/${process.uuid}/treffen/neu`}>{t('planning.gatherings.add')}</LinkButton> : undefined}>
      {process.gatherings.length === 0 ? <EmptyState icon="people" title={t('planning.gatherings.empty')}>{t('planning.gatherings.empty-text')}</EmptyState> : (
        <CardGrid>
          {process.gatherings.map(({ id, uuid, kind, title, place, startsAt, endsAt, state, isExample }) => (
            <Card key={id} preline={t(`planning.gathering-kind.${kind}`)} title={<Original>{title}</Original>} href={`/treffen/${uuid}`} footer={<><StatusTag tone={tones[state]}>{t(`planning.gatherings.state.${state}`)}</StatusTag>{isExample ? <StatusTag>{t('planning.process.example')}</StatusTag> : null}</>}>
              <p><PhaseTime opensAt={startsAt} closesAt={endsAt} /></p>
              {place ? <p className="kw-muted"><Original>{place}</Original></p> : null}
            </Card>
          ))}
        </CardGrid>
      )}
    </Section>
  );
}
