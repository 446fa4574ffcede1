import type { ResolutionEntryFragment } from '@konzeptwerkstatt/web-data';
import { DescriptionList, Original, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { LatePaper } from './late-paper.js';

function useFacts() {
  const t = useText();
  const { day } = useLanguage();
  return (resolution: ResolutionEntryFragment) => {
    const { votesYes, votesNo, votesAbstained, paperNumber, oparlUrl, remark, fileUrl, consultations } = resolution;
    const hasVotes = votesYes !== null || votesNo !== null || votesAbstained !== null;
    const count = (value: number | null) => (value === null ? '–' : String(value));
    return [
      ...(hasVotes ? [{ term: t('concept.resolution.votes'), value: t('concept.resolution.votes-text', { yes: count(votesYes), no: count(votesNo), abstained: count(votesAbstained) }) }] : []),
      ...(paperNumber ? [{ term: t('concept.resolution.paper-number'), value: <Original>{paperNumber}</Original> }] : []),
      ...(oparlUrl ? [{ term: t('concept.resolution.oparl'), value: <a className="kern-link" href={oparlUrl} rel="noopener noreferrer nofollow">{oparlUrl}</a> }] : []),
      ...(fileUrl ? [{ term: t('concept.resolution.paper'), value: <TextLink href={fileUrl} download="">{t('concept.resolution.fetch-paper')}</TextLink> }] : []),
      ...(remark ? [{ term: t('concept.resolution.remark'), value: <Original>{remark}</Original> }] : []),
      ...(consultations.length > 0 ? [{
        term: t('concept.resolution.consultations'),
        value: <ol className="kw-lines">{consultations.map(({ bodyName, heldOn, role }, index) => <li key={index}>{day(heldOn)}: <Original>{bodyName}</Original> ({t(`concept.consultationRole.${role}`)})</li>)}</ol>,
      }] : []),
    ];
  };
}

/** What was resolved on an edition, the latest first. */
export function ResolutionList({ resolutions, mayAdopt }: { resolutions: readonly ResolutionEntryFragment[]; mayAdopt: boolean }) {
  const t = useText();
  const { day } = useLanguage();
  const factsOf = useFacts();
  return (
    <ol className="kw-resolutions" aria-label={t('concept.resolution.list')}>
      {resolutions.map((resolution) => (
        <li key={resolution.id}>
          <h3 className="kern-title kern-title--small">{t('concept.resolution.heading', { day: day(resolution.decidedOn), body: resolution.bodyName })}</h3>
          <div className="kw-cluster"><StatusTag tone={resolution.adopts ? 'success' : 'neutral'}>{t(`concept.resolutionResult.${resolution.result}`)}</StatusTag></div>
          <DescriptionList items={factsOf(resolution)} />
          {mayAdopt && resolution.fileUrl === null ? <LatePaper resolutionId={resolution.id} /> : null}
        </li>
      ))}
    </ol>
  );
}
