import { useQuery } from '@apollo/client/react';
import { GatheringChoicesDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Loading, PageHeader, useText } from '@konzeptwerkstatt/web-ui';
import { useNavigate, useParams } from 'react-router';
import '../catalogue.js';
import { GatheringForm } from '../gathering/gathering-form.js';
import '../workshop.css';

/** Plans a new gathering of a process. */
export default function NewGatheringPage() {
  const t = useText();
  const navigate = useNavigate();
  const { processId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringChoicesDocument, { variables: { uuid: processId } });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={8} />;
  const { process } = data;
  if (!process?.mayManage) return <NotFoundPage />;
  return (
    <>
      <PageHeader title={t('workshop.form.new')} breadcrumbs={[{ label: process.title, href: `/prozesse/${process.uuid}` }, { label: t('workshop.form.new') }]}>{t('workshop.form.lead')}</PageHeader>
      <GatheringForm process={process} gathering={null} onDone={(uuid) => void navigate(`/treffen/${uuid}`)} />
    </>
  );
}
