import { useQuery } from '@apollo/client/react';
import type { InquiryKind } from '@konzeptwerkstatt/web-data';
import { CreateInquiryDocument, InquiryChoicesDocument, InquiryOrganisationsDocument, useAction, useAllPages } from '@konzeptwerkstatt/web-data';
import { ActionForm, NotFoundPage, problemAt, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Loading, MultiPicker, NumberField, PageHeader, RadioGroup, Section, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate, useParams, useSearchParams } from 'react-router';
import '../../catalogue.js';
import '../../participation.css';
import '../inquiry.css';
import type { MeasureChoice } from '../office/measure-choice.js';
import { MeasureChoices, partiesOf } from '../office/measure-choice.js';
import type { OwnQuestion } from '../office/own-questions.js';
import { ownQuestionInputs, OwnQuestions } from '../office/own-questions.js';
import { RepeatChoice } from '../office/repeat-choice.js';
import { WhoGetsMail } from '../office/who-gets-mail.js';
import { editionInquiriesPath, inquiryPath } from '../places.js';

const kinds = ['EXISTING', 'PROPOSALS', 'RESPONSIBILITY', 'COSIGNATURE', 'PROGRESS'] as const satisfies readonly InquiryKind[];
const fields = ['title', 'introduction', 'closesOn', 'remindDays', 'organisationIds', 'measureIds', 'ownQuestions'];
/** Who is chosen already, where measures are asked about. */
const recipientHints: Partial<Readonly<Record<InquiryKind, string>>> = { RESPONSIBILITY: 'participation.inquiry.recipients-hint', PROGRESS: 'participation.inquiry.recipients-progress-hint' };
const asksAboutMeasures = (kind: InquiryKind): boolean => kind === 'RESPONSIBILITY' || kind === 'PROGRESS';

interface Choices {
  readonly edition: { readonly id: string; readonly organisationIdsByMail: readonly string[] };
  /** Whoever is proposed for measures and not asked yet, where they are to be asked; otherwise empty. */
  readonly unasked: readonly { readonly measureId: string; readonly organisationId: string }[];
  readonly measures: readonly MeasureChoice[];
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
}

/** The form with which the office asks organisations something. */
function NewInquiry({ edition, unasked, measures, organisations }: Choices) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(CreateInquiryDocument, 'createInquiry', ['EditionInquiries']);
  const [kind, setKind] = useState<InquiryKind>(unasked.length > 0 ? 'RESPONSIBILITY' : 'PROGRESS');
  const isOnlyUnasked = unasked.length > 0 && kind === 'RESPONSIBILITY';
  const [title, setTitle] = useState(unasked.length > 0 ? t('participation.unasked.inquiry-title') : '');
  const [introduction, setIntroduction] = useState('');
  const [closesOn, setClosesOn] = useState('');
  const [remindDays, setRemindDays] = useState(7);
  const [organisationIds, setOrganisationIds] = useState<readonly string[]>(() => [...new Set(unasked.map(({ organisationId }) => organisationId))]);
  const [measureIds, setMeasureIds] = useState<readonly string[]>(() => [...new Set(unasked.map(({ measureId }) => measureId))]);
  const [ownQuestions, setOwnQuestions] = useState<readonly OwnQuestion[]>([]);
  const [repeatMonths, setRepeatMonths] = useState<number | null>(null);
  const [isAsking, setIsAsking] = useState(false);
  const [isDayMissing, setIsDayMissing] = useState(false);
  const problem = (field: string) => (field === 'closesOn' && isDayMissing && closesOn === '' ? t('participation.error.DEADLINE_INVALID') : problemAt(action.problems, field, 'participation', t));
  const chooseMeasures = (chosen: readonly string[]) => {
    setMeasureIds(chosen);
    const known = new Set(organisations.map(({ id }) => id));
    const parties = isOnlyUnasked ? unasked.filter(({ measureId }) => chosen.includes(measureId)).map(({ organisationId }) => organisationId) : partiesOf(measures.filter(({ id }) => chosen.includes(id)), kind === 'RESPONSIBILITY');
    setOrganisationIds([...new Set(parties)].filter((id) => known.has(id)));
  };
  const create = async () => {
    const input = { editionId: edition.id, kind, title, introduction, closesOn, remindDays, organisationIds: [...organisationIds], measureIds: asksAboutMeasures(kind) ? [...measureIds] : [], ownQuestions: ownQuestionInputs(ownQuestions), repeatMonths: kind === 'PROGRESS' ? repeatMonths : null, isOnlyUnasked };
    const payload = await action.run(input);
    setIsAsking(false);
    if (payload?.inquiry) void navigate(inquiryPath(payload.inquiry.uuid));
  };
  const check = () => {
    setIsDayMissing(closesOn === '');
    if (closesOn !== '') setIsAsking(true);
  };
  return (
    <ActionForm action={action} context="participation" fields={fields} onSubmit={check}>
      <RadioGroup<InquiryKind> label={t('participation.inquiry.kind')} value={kind} onChange={setKind} options={kinds.map((id) => ({ id, label: t(`participation.inquiry-kind.${id}`), description: t(`participation.inquiry-kind-text.${id}`) }))} />
      <TextField label={t('participation.inquiry.title')} value={title} onChange={setTitle} isRequired maxLength={300} error={problem('title')} />
      <TextArea label={t('participation.inquiry.introduction')} hint={t('participation.inquiry.introduction-hint')} optional value={introduction} onChange={setIntroduction} error={problem('introduction')} />
      {asksAboutMeasures(kind) ? <MeasureChoices measures={measures} chosen={measureIds} onChange={chooseMeasures} error={problem('measureIds')} /> : null}
      <MultiPicker label={t('participation.inquiry.recipients')} hint={t(isOnlyUnasked ? 'participation.unasked.recipients-hint' : recipientHints[kind] ?? 'participation.inquiry.recipients-free-hint')} options={organisations.map(({ id, name }) => ({ id, label: name }))} value={organisationIds}
        onAdd={(id) => setOrganisationIds((known) => [...known, id])} onRemove={(id) => setOrganisationIds((known) => known.filter((other) => other !== id))} error={problem('organisationIds')} />
      <TextField type="date" label={t('participation.inquiry.deadline')} hint={t('participation.inquiry.deadline-hint')} value={closesOn} onChange={setClosesOn} isRequired error={problem('closesOn')} />
      <NumberField label={t('participation.inquiry.remind-days')} value={remindDays} minValue={1} maxValue={60} onChange={setRemindDays} error={problem('remindDays')} />
      {kind === 'PROGRESS' ? <RepeatChoice months={repeatMonths} onChange={setRepeatMonths} error={problem('repeatMonths')} /> : null}
      <Section title={t('participation.inquiry.own-questions')} description={t('participation.inquiry.own-questions-text')}>
        <OwnQuestions questions={ownQuestions} onChange={setOwnQuestions} error={problem('ownQuestions')} />
      </Section>
      <div className="kw-button-group"><Button variant="primary" type="submit" isPending={action.isPending}>{t('participation.inquiry.start')}</Button></div>
      <ConfirmDialog title={t('participation.inquiry.start')} isOpen={isAsking} confirmLabel={t('participation.inquiry.start')} isPending={action.isPending} onConfirm={() => void create()} onCancel={() => setIsAsking(false)}>
        <WhoGetsMail organisations={organisations} chosen={organisationIds} byMail={edition.organisationIdsByMail} />
      </ConfirmDialog>
    </ActionForm>
  );
}

/** Where an inquiry is begun. */
export default function NewInquiryPage() {
  const t = useText();
  const { editionId = '' } = useParams();
  const [search] = useSearchParams();
  const isForParties = search.get('wer') === 'vorgeschlagene';
  const measures = useQuery(InquiryChoicesDocument, { variables: { edition: editionId }, fetchPolicy: 'network-only' });
  const organisations = useQuery(InquiryOrganisationsDocument);
  useAllPages(measures.data?.edition?.measures.pageInfo, (after) => measures.fetchMore({ variables: { after } }));
  useAllPages(organisations.data?.organisations.pageInfo, (after) => organisations.fetchMore({ variables: { after } }));
  const error = measures.error ?? organisations.error;
  if (!measures.data || !organisations.data) return error ? <RequestFailureNotice error={error} onRetry={() => void Promise.all([measures.refetch(), organisations.refetch()])} /> : <Loading lines={8} />;
  const { edition } = measures.data;
  if (!edition?.mayManageInquiries) return <NotFoundPage />;
  return (
    <div className="kw-narrow">
      <PageHeader title={t('participation.inquiry.new')} breadcrumbs={[{ label: edition.title, href: `/konzepte/${edition.uuid}` }, { label: t('participation.inquiry.list'), href: editionInquiriesPath(edition.uuid) }, { label: t('participation.inquiry.new') }]} />
      <NewInquiry edition={edition} unasked={isForParties ? edition.unaskedParties : []} measures={edition.measures.edges.map(({ node }) => node)} organisations={organisations.data.organisations.edges.map(({ node }) => node)} />
    </div>
  );
}
