import type { SectionPageQuery } from '@konzeptwerkstatt/web-data';
import { useShellSession } from '@konzeptwerkstatt/web-shell';
import { Icon, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { memo } from 'react';
import { Link } from 'react-router';
import { statusTone } from '../labels/status-tone.js';
import { valueLabel } from '../labels/value-label.js';
import { contributePath, contributionsPath, sectionPath } from '../places.js';

type Section = NonNullable<SectionPageQuery['section']>;

/** The sections before and after this one. */
export function NeighbourLinks({ section }: { section: Section }) {
  const t = useText();
  const sections = section.edition.sections.edges.map(({ node }) => node);
  const index = sections.findIndex(({ id }) => id === section.id);
  const [previous, next] = [sections[index - 1], sections[index + 1]];
  return (
    <nav className="kw-neighbours" aria-label={t('concept.section.neighbours')}>
      {previous ? <Link className="kw-neighbour" to={sectionPath(section.edition.uuid, previous.uuid)}><span className="kw-muted">{t('concept.section.previous')}</span> <bdi>{previous.title}</bdi></Link> : <span />}
      {next ? <Link className="kw-neighbour kw-neighbour--next" to={sectionPath(section.edition.uuid, next.uuid)}><span className="kw-muted">{t('concept.section.next')}</span> <bdi>{next.title}</bdi></Link> : null}
    </nav>
  );
}

/** The way to say something about a goal or measure, and to what was said, also when the time for that is over. */
function AnswerLink({ section, kind, object }: { section: Section; kind: 'goal' | 'measure'; object: { uuid: string; title: string } }) {
  const t = useText();
  const isSignedIn = useShellSession().status === 'signed-in';
  if (!section.mayContribute && !isSignedIn) return null;
  const name = t('concept.contribute.to', { title: object.title || t('concept.object.untitled') });
  const all = t('concept.contribute.behind', { title: object.title || t('concept.object.untitled') });
  return (
    <>
      {section.mayContribute ? <><Link className="kern-link kern-link--small" aria-label={name} to={contributePath(section.edition.uuid, section.uuid, { kind, uuid: object.uuid })}>{t('concept.contribute.give')}</Link>{' · '}</> : null}
      <Link className="kern-link kern-link--small" aria-label={all} to={`${contributionsPath(section.edition.uuid)}?zu=${object.uuid}`}>{t('concept.view.contributions')}</Link>
    </>
  );
}

/** What organisations have answered about their part in a measure; the text names what is proposed. */
function PartyAnswers({ answers }: { answers: Section['measures']['edges'][number]['node']['partyAnswers'] }) {
  const t = useText();
  if (answers.length === 0) return null;
  return (
    <ul className="kw-lines">
      {answers.map(({ organisation, role, reservation, reason }) => (
        <li key={organisation?.id ?? ''}>
          <StatusTag tone={role === 'none' ? 'warning' : 'success'}>{t(`concept.party-answer.${role}`)}</StatusTag> <bdi>{organisation?.name ?? t('concept.party-answer.gone')}</bdi>
          {reservation ?? reason ? <div className="kw-muted" dir="auto">{reservation ?? reason}</div> : null}
        </li>
      ))}
    </ul>
  );
}

/** Whom the text proposes and who has not said anything to it. */
function Proposed({ parties }: { parties: Section['measures']['edges'][number]['node']['parties'] }) {
  const t = useText();
  const names = parties.flatMap(({ state, organisation }) => (state === 'PROPOSED' && organisation ? [organisation.name] : []));
  return names.length === 0 ? null : <p className="kw-muted">{t('concept.party.proposed-list')} <bdi>{[...new Set(names)].join(', ')}</bdi></p>;
}

/** What stands in the section: its goals and measures, each leading to its place in the text. */
export const SectionOutline = memo(function SectionOutline({ section, isReading }: { section: Section; isReading: boolean }) {
  const t = useText();
  const goals = section.goals.edges.map(({ node }) => node);
  const measures = section.measures.edges.map(({ node }) => node);
  const place = (blockId: string) => `${sectionPath(section.edition.uuid, section.uuid, blockId)}${isReading ? '&ansicht=lesen' : ''}`;
  return (
    <aside className="kw-outline" aria-label={t('concept.section.outline')}>
      <h2 className="kern-heading-small"><Icon name="goal" size="small" /> {t('concept.section.goals', { count: goals.length })}</h2>
      {goals.length > 0 ? (
        <ul className="kw-lines">
          {goals.map((goal) => <li key={goal.id}><span className="kw-muted">{goal.number}</span> <bdi><Link className="kern-link" to={place(goal.blockId)}>{goal.title || t('concept.object.untitled')}</Link></bdi><div><AnswerLink section={section} kind="goal" object={goal} /></div></li>)}
        </ul>
      ) : <p className="kw-muted">{t('concept.section.no-goals')}</p>}
      <h2 className="kern-heading-small"><Icon name="measure" size="small" /> {t('concept.section.measures', { count: measures.length })}</h2>
      {measures.length > 0 ? (
        <ul className="kw-lines">
          {measures.map((measure) => (
            <li key={measure.id}>
              <span className="kw-muted">{measure.number}</span> <bdi><Link className="kern-link" to={place(measure.blockId)}>{measure.title || t('concept.object.untitled')}</Link></bdi>
              <div className="kw-cluster">
                {measure.status ? <StatusTag tone={statusTone(measure.status)}>{valueLabel(t, 'measureStatus', measure.status)}</StatusTag> : null}
                {measure.gaps.map((gap) => <StatusTag key={gap} tone="warning">{t(`concept.gap.${gap}`)}</StatusTag>)}
              </div>
              <PartyAnswers answers={measure.partyAnswers} />
              <Proposed parties={measure.parties} />
              <AnswerLink section={section} kind="measure" object={measure} />
            </li>
          ))}
        </ul>
      ) : <p className="kw-muted">{t('concept.section.no-measures')}</p>}
    </aside>
  );
});
