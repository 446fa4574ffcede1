import { useQuery } from '@apollo/client/react';
import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { GatheringChoicesDocument, GatheringPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Loading, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useNavigate, useParams } from 'react-router';
import '../catalogue.js';
import { GatheringForm } from '../gathering/gathering-form.js';
import '../workshop.css';

function Form({ gathering }: { gathering: GatheringFactsFragment }) {
  const navigate = useNavigate();
  const { data, error, refetch } = useQuery(GatheringChoicesDocument, { variables: { uuid: gathering.process?.uuid ?? '' } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  return data.process ? <GatheringForm process={data.process} gathering={gathering} onDone={(uuid) => void navigate(`/treffen/${uuid}`)} /> : <NotFoundPage />;
}

/** Changes a gathering: times, agenda, tables, guests. */
export default function PlanGatheringPage() {
  const t = useText();
  const { gatheringId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringPageDocument, { variables: { uuid: gatheringId } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { gathering } = data;
  if (!gathering?.mayPlan) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={t('workshop.form.change')} preline={gathering.title} breadcrumbs={[{ label: gathering.title, href: `/treffen/${gathering.uuid}` }, { label: t('workshop.form.change') }]} />
      <Form gathering={gathering} />
    </>
  );
}
