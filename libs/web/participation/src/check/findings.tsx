import type { ConceptCheckQuery } from '@konzeptwerkstatt/web-data';
import { Original, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { editionInquiriesPath } from '../inquiry/places.js';
import { contributionPath, figuresPath, textPath } from '../places.js';

export type CheckedCriterion = NonNullable<NonNullable<ConceptCheckQuery['edition']>['check']>['criteria'][number];
type Finding = CheckedCriterion['findings'][number];

/** The page where a finding without a place is dealt with. */
function pageOf({ kind }: Finding, editionUuid: string): string | null {
  if (kind === 'NOT_ADOPTED') return `/konzepte/${editionUuid}/beschluss`;
  if (kind === 'ONE_OFFICE_LEADS' || kind === 'NO_MEASURE_WITH_DISTRICT') return `/konzepte/${editionUuid}/massnahmen`;
  return kind === 'KIND_MISSING' ? figuresPath(editionUuid) : null;
}

interface FindingsProps {
  editionUuid: string;
  /** Whether the viewer asks organisations. */
  mayAsk: boolean;
}

function FindingLine({ finding, editionUuid, mayAsk }: { finding: Finding } & FindingsProps) {
  const t = useText();
  const { kind, count, places, organisationKinds } = finding;
  const page = pageOf(finding, editionUuid);
  const missing = organisationKinds.map((one) => t(`participation.organisation-kind.${one}`)).join(', ');
  const words = t(`participation.finding.${kind}`, { count });
  if (places.length === 0) return <li>{page ? <TextLink href={page}>{words}</TextLink> : words}{missing ? `: ${missing}` : ''}</li>;
  return (
    <li>
      <details>
        <summary>{words}</summary>
        <ul>
          {places.map(({ title, language, sectionId, blockId, contributionId }, index) => {
            const href = contributionId !== null ? contributionPath(contributionId) : textPath(editionUuid, sectionId ?? '', blockId);
            return <li key={`${contributionId ?? blockId ?? sectionId ?? ''}/${index}`}><TextLink href={href}><Original {...(language === null ? {} : { lang: language })}>{title || t('participation.check.untitled')}</Original></TextLink></li>;
          })}
          {kind === 'PARTY_UNCONFIRMED' && mayAsk ? <li><TextLink href={editionInquiriesPath(editionUuid)}>{t('participation.unasked.ask')}</TextLink></li> : null}
          {count > places.length ? <li>{t('participation.check.more', { count: count - places.length })}</li> : null}
        </ul>
      </details>
    </li>
  );
}

/** What can be seen of one criterion by counting, each finding with the way to its place. */
export function Findings({ criterion, ...rest }: { criterion: CheckedCriterion } & FindingsProps) {
  const t = useText();
  if (!criterion.isVisible) return <p className="kw-muted">{t('participation.check.only-people')}</p>;
  if (criterion.findings.length === 0) return <p className="kw-muted">{t('participation.check.nothing')}</p>;
  return <ul className="kw-findings">{criterion.findings.map((finding) => <FindingLine key={finding.kind} finding={finding} {...rest} />)}</ul>;
}
