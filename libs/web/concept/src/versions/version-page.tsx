import { useQuery } from '@apollo/client/react';
import type { VersionComparisonQuery } from '@konzeptwerkstatt/web-data';
import { SectionVersionsDocument, VersionComparisonDocument } from '@konzeptwerkstatt/web-data';
import { usePageTitle } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, Loading, PageHeader, Select, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate, useParams } from 'react-router';
import '../catalogue.js';
import { QueryFailure } from '../data/query-failure.js';
import { useFurtherPages } from '../data/use-further-pages.js';
import { EditionTags, MissingPage } from '../edition/edition-frame.js';
import { editionPath, sectionPath, versionsPath } from '../places.js';
import { Difference, shownLimit, useComparisonChoice } from './difference.js';
import { RestoreVersionDialog } from './restore-version-dialog.js';
import { VersionFacts } from './version-facts.js';
import { versionName } from './version-name.js';
import './versions.css';

type Comparison = NonNullable<VersionComparisonQuery['compareVersion']>;

const today = 'heute';

/** The other versions one may compare with, and the text of today. */
function OtherChoice({ comparison, otherUuid, onChange }: { comparison: Comparison; otherUuid: string | null; onChange: (uuid: string | null) => void }) {
  const t = useText();
  const language = useLanguage();
  const { data } = useQuery(SectionVersionsDocument, { variables: { uuid: comparison.version.section.uuid } });
  const others = data?.section?.versions?.edges.map(({ node }) => node).filter(({ uuid }) => uuid !== comparison.version.uuid) ?? [];
  const named = (comparison.otherVersion && !others.some(({ uuid }) => uuid === otherUuid) ? [comparison.otherVersion] : []).concat(others);
  const options = [{ id: today, label: t('concept.version.today') }, ...named.map((version) => ({ id: version.uuid, label: versionName(t, version), description: language.instant(version.keptAt) }))];
  return <Select label={t('concept.version.compare-with')} options={options} value={otherUuid ?? today} onChange={(value) => onChange(value === null || value === today ? null : value)} />;
}

function Head({ comparison, onRestore }: { comparison: Comparison; onRestore: () => void }) {
  const t = useText();
  const { version } = comparison;
  const { section } = version;
  const { edition } = section;
  const name = versionName(t, version);
  const crumbs = [
    { label: t('shell.navigation.concepts'), href: '/konzepte' }, { label: edition.title, href: editionPath(edition.uuid) }, { label: section.title, href: sectionPath(edition.uuid, section.uuid) },
    { label: t('concept.version.list'), href: versionsPath(edition.uuid, section.uuid) }, { label: name },
  ];
  return (
    <PageHeader breadcrumbs={crumbs} preline={t('concept.version.preline', { section: section.title })} title={name} status={<EditionTags edition={{ ...edition, isExample: section.isExample }} />}
      actions={section.mayWrite ? <Button icon="history" onPress={onRestore}>{t('concept.version.restore-this')}</Button> : null}>
      <VersionFacts version={version} />
    </PageHeader>
  );
}

/** One version, held against the text of today or another version, and the way back to it. */
export default function VersionPage() {
  const t = useText();
  const navigate = useNavigate();
  const { editionId = '', sectionId = '', versionId = '' } = useParams();
  const { otherUuid, setOther, changedOnly, setChangedOnly } = useComparisonChoice();
  const [isRestoring, setIsRestoring] = useState(false);
  const { data, previousData, error, loading, refetch, fetchMore } = useQuery(VersionComparisonDocument, { variables: { uuid: versionId, otherUuid, changedOnly }, fetchPolicy: 'cache-and-network', notifyOnNetworkStatusChange: true });
  // While another choice loads, the last answer stays, so that the page does not jump.
  const answer = data ?? previousData;
  const found = answer?.compareVersion;
  const isHere = found?.version.section.uuid === sectionId && found.version.section.edition.uuid === editionId;
  const comparison = isHere ? found : answer && null;
  const blocks = data?.compareVersion?.blocks;
  useFurtherPages({ pageInfo: blocks?.pageInfo, count: blocks?.edges.length ?? 0, limit: shownLimit, fetchMore });
  usePageTitle(comparison ? `${versionName(t, comparison.version)} · ${comparison.version.section.title}` : '');
  if (!comparison && error) return <QueryFailure error={error} onRetry={() => void refetch()} />;
  if (comparison === undefined) return <Loading lines={8} />;
  if (comparison === null) return <MissingPage />;
  return (
    <div className="kw-version-page">
      <Head comparison={comparison} onRestore={() => setIsRestoring(true)} />
      <div className="kw-compared__choice">
        <OtherChoice comparison={comparison} otherUuid={otherUuid} onChange={setOther} />
        <Checkbox isSelected={changedOnly} onChange={setChangedOnly}>{t('concept.version.changed-only')}</Checkbox>
      </div>
      {error ? <QueryFailure error={error} onRetry={() => void refetch()} /> : null}
      <Difference comparison={comparison} language={comparison.version.section.edition.language} changedOnly={changedOnly} isFetching={loading} onMore={() => void fetchMore({ variables: { after: comparison.blocks.pageInfo.endCursor } })} />
      {isRestoring ? <RestoreVersionDialog version={comparison.version} onClose={() => setIsRestoring(false)} onRestored={() => void navigate(sectionPath(editionId, sectionId))} /> : null}
    </div>
  );
}
