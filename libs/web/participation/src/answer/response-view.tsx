import type { ContributionFullFragment, OutcomeFactsFragment } from '@konzeptwerkstatt/web-data';
import { Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { ContributionList } from '../list/contribution-list.js';
import { textPath } from '../places.js';
import { ProposalPanel } from './proposal-panel.js';
import { VerdictTag } from './verdict-tag.js';

/** The passage, goal or measure that came of it, and how that stands today. */
function Outcome({ outcome }: { outcome: OutcomeFactsFragment }) {
  const t = useText();
  const { measure, goal, section, kind, blockId, followUp } = outcome;
  const name = measure ? t('participation.about.measure', { number: measure.number, title: measure.title }) : goal ? t('participation.about.goal', { number: goal.number, title: goal.title }) : section?.title ?? '';
  if (!section || (kind === 'measure' && !measure) || (kind === 'goal' && !goal)) return <li>{t('participation.outcome.gone')}{followUp ? <FollowUp outcome={outcome} followUp={followUp} /> : null}</li>;
  return (
    <li>
      <TextLink href={textPath(section.edition.uuid, section.uuid, blockId)}><bdi>{kind === 'passage' ? t('participation.outcome.passage', { section: name }) : name}</bdi></TextLink>
      {measure ? <> <MeasureStatusTag status={measure.status} /></> : null}
      {followUp ? <FollowUp outcome={outcome} followUp={followUp} /> : null}
    </li>
  );
}

/** What became of it in the edition that followed. */
function FollowUp({ outcome: { kind, blockId }, followUp: { edition, measure, goal, section } }: { outcome: OutcomeFactsFragment; followUp: NonNullable<OutcomeFactsFragment['followUp']> }) {
  const t = useText();
  const isThere = section !== null && (kind === 'passage' || measure !== null || goal !== null);
  if (!isThere) return <p className="kw-muted">{t('participation.follow-up.gone', { edition: edition.title })}</p>;
  const name = measure ? t('participation.about.measure', { number: measure.number, title: measure.title }) : goal ? t('participation.about.goal', { number: goal.number, title: goal.title }) : t('participation.outcome.passage', { section: section.title });
  return (
    <p>
      {t('participation.follow-up.in', { edition: edition.title })} <TextLink href={textPath(edition.uuid, section.uuid, blockId)}><bdi>{name}</bdi></TextLink>
      {measure ? <> <MeasureStatusTag status={measure.status} /></> : null}
    </p>
  );
}

function MeasureStatusTag({ status }: { status: NonNullable<OutcomeFactsFragment['measure']>['status'] }) {
  const t = useText();
  return <StatusTag>{t(`participation.measure-status.${status ?? 'NONE'}`)}</StatusTag>;
}

/** The answer with its reasons, whom to ask, and what came of it. */
export function ResponseView({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const { response, outcomes, parts, proposal } = contribution;
  const hasOutcomes = outcomes.length > 0;
  return (
    <Section title={t('participation.response.title')}>
      {response ? (
        <div className="kw-stack kw-stack--tight">
          <div className="kw-cluster"><VerdictTag verdict={response.verdict} />{response.publishedAt ? <span className="kw-muted">{day(response.publishedAt)}</span> : null}</div>
          {response.reasons === '' ? null : <p className="kw-words" lang="de" dir="auto">{response.reasons}</p>}
          {response.despiteObjection ? <><p>{t('participation.response.despite')}</p><p className="kw-words" lang="de" dir="auto">{response.despiteObjection}</p></> : null}
          {response.contact ? <p>{t('participation.response.contact')} <bdi>{response.contact.name}</bdi></p> : null}
        </div>
      ) : proposal ? <ProposalPanel contribution={contribution} proposal={proposal} /> : <p className="kw-muted">{t(parts.length > 0 ? 'participation.response.in-parts' : 'participation.response.none')}</p>}
      {hasOutcomes ? <><h3 className="kern-heading-small">{t('participation.outcome.title')}</h3><ul>{outcomes.map((outcome) => <Outcome key={outcome.uuid} outcome={outcome} />)}</ul></> : null}
      {parts.length > 0 ? <ContributionList contributions={parts} label={t('participation.response.parts')} /> : null}
    </Section>
  );
}
