import type { ConsentFactsFragment, ContributionLineFragment, OutcomeFactsFragment, ProposalFactsFragment, ResponseFactsFragment, TreatmentFactsFragment } from '@konzeptwerkstatt/web-data';
import type { StatusTagProps } from '@konzeptwerkstatt/web-ui';
import { Checkbox, firstWords, Original, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { StandingTag } from '../answer/consent-view.js';
import { ProposalPanel } from '../answer/proposal-panel.js';
import { contributionPath } from '../places.js';

const tones: Readonly<Record<ContributionLineFragment['state'], NonNullable<StatusTagProps['tone']>>> = { HELD: 'warning', SUBMITTED: 'info', ANSWERED: 'success', WITHDRAWN: 'neutral', REFUSED: 'warning' };

/** How far a contribution is. */
export function StateTag({ state }: { state: ContributionLineFragment['state'] }) {
  const t = useText();
  return <StatusTag tone={tones[state]}>{t(`participation.state.${state}`)}</StatusTag>;
}

/** Who said it, as far as the viewer may know. */
export function useAuthor() {
  const t = useText();
  return ({ organisation, contributorName, isOwn, way }: Pick<ContributionLineFragment, 'organisation' | 'contributorName' | 'isOwn' | 'way'>): string => {
    const name = organisation?.name ?? (isOwn ? t('participation.author.oneself') : contributorName ?? t(way === 'ONLINE' ? 'participation.author.somebody' : way === 'WORKSHOP' ? 'participation.author.guest' : way === 'LINK' ? 'participation.author.link' : 'participation.author.outside'));
    // Her own name would look to her as if everybody saw it.
    const person = isOwn ? t('participation.author.oneself') : contributorName;
    return organisation && person ? t('participation.author.both', { name: person, organisation: organisation.name }) : name;
  };
}

/** What it is about, in a few words. */
export function useAbout() {
  const t = useText();
  return ({ goal, measure, section }: Pick<ContributionLineFragment, 'goal' | 'measure' | 'section'>): string => {
    if (measure) return t('participation.about.measure', { number: measure.number, title: measure.title });
    if (goal) return t('participation.about.goal', { number: goal.number, title: goal.title });
    return section ? section.title : t('participation.about.edition');
  };
}

/** First words of a contribution, for the lists. */
const beginning = ({ title, text, quote }: ContributionLineFragment): string => firstWords(title ?? (text === '' ? quote ?? '' : text), 160);

/** A line with what only those who answer see. */
export type ListedContribution = ContributionLineFragment & { readonly treatment?: TreatmentFactsFragment | null; readonly response?: ResponseFactsFragment | null; readonly outcomes?: readonly OutcomeFactsFragment[]; readonly proposal?: ProposalFactsFragment | null; readonly consent?: Pick<ConsentFactsFragment, 'standing'> | null };

/** What became of it, in two lines: the verdict with the beginning of its reasons, and how the measure stands. */
function Result({ response, outcomes }: { response: ResponseFactsFragment; outcomes: readonly OutcomeFactsFragment[] }) {
  const t = useText();
  return (
    <>
      <p>{t('participation.own.verdict', { verdict: t(`participation.verdict.${response.verdict}`) })} {response.reasons === '' ? null : <Original>{firstWords(response.reasons, 200)}</Original>}</p>
      {outcomes.map(({ uuid, followUp, ...then }) => {
        const measure = followUp?.measure ?? then.measure;
        return measure ? <p key={uuid} className="kw-muted"><bdi>{t('participation.about.measure', { number: measure.number, title: measure.title })}</bdi>: {t(`participation.measure-status.${measure.status ?? 'NONE'}`)}</p> : null;
      })}
    </>
  );
}

/** How it is being answered, for those who answer. */
function Treatment({ treatment }: { treatment: TreatmentFactsFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const { response, bundleUuid, assignedTo, answerBy } = treatment;
  return (
    <>
      {response ? <StatusTag>{t(response.publishedAt ? 'participation.treatment.published' : 'participation.treatment.draft', { verdict: t(`participation.verdict.${response.verdict}`) })}</StatusTag> : null}
      {bundleUuid ? <StatusTag>{t('participation.treatment.bundle')}</StatusTag> : null}
      {assignedTo ? <span className="kw-muted">{answerBy ? t('participation.treatment.assigned-by', { organisation: assignedTo.name, day: day(answerBy) }) : assignedTo.name}</span> : null}
    </>
  );
}

interface ListProps {
  contributions: readonly ListedContribution[];
  label: string;
  /** Ids of those that are chosen; without it nothing can be chosen. */
  chosen?: readonly string[];
  onChoose?: (id: string, isChosen: boolean) => void;
}

/** Contributions one below the other; the same on a phone. */
export function ContributionList({ contributions, label, chosen, onChoose }: ListProps) {
  const t = useText();
  const { day } = useLanguage();
  const [author, about] = [useAuthor(), useAbout()];
  return (
    <ul className="kw-contributions" aria-label={label}>
      {contributions.map((contribution) => (
        <li key={contribution.id} className="kw-contribution">
          {onChoose ? <Checkbox isSelected={chosen?.includes(contribution.id) ?? false} onChange={(isChosen) => onChoose(contribution.id, isChosen)} aria-label={t('participation.register.choose-one', { words: beginning(contribution) || about(contribution) })}>{t('participation.register.choose-label')}</Checkbox> : null}
          <p className="kw-muted">{t(`participation.kind.${contribution.kind}`)} · {contribution.part ? `${t('participation.part.of', contribution.part)} · ` : null}<bdi>{about(contribution)}</bdi></p>
          <p><TextLink href={contributionPath(contribution.uuid)}><Original lang={contribution.language}>{beginning(contribution) || t(`participation.kind.${contribution.kind}`)}</Original></TextLink></p>
          {contribution.refusalReason ? <p>{t('participation.refuse.why')} <Original>{contribution.refusalReason}</Original></p> : null}
          {contribution.response ? <Result response={contribution.response} outcomes={contribution.outcomes ?? []} /> : null}
          {contribution.proposal ? <ProposalPanel contribution={contribution} proposal={contribution.proposal} /> : null}
          <div className="kw-cluster">
            <StateTag state={contribution.state} />
            {contribution.consent?.standing ? <StandingTag standing={contribution.consent.standing} /> : null}
            {contribution.treatment ? <Treatment treatment={contribution.treatment} /> : null}
            <span className="kw-muted"><bdi>{author(contribution)}</bdi> · {day(contribution.submittedAt ?? contribution.createdAt)}</span>
          </div>
        </li>
      ))}
    </ul>
  );
}
