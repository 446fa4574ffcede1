import type { GatheringChoicesQuery, GatheringFactsFragment, GatheringKind } from '@konzeptwerkstatt/web-data';
import { AddGatheringDocument, ChangeGatheringDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useSeenRevision } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, MultiPicker, Notice, RadioGroup, Section, Select, TextArea, TextField, showToast, townFieldValue, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { textLanguages } from '../text-languages.js';
import { agendaLines, agendaOf } from './agenda-lines.js';
import { OtherPlan } from './other-plan.js';

type Process = NonNullable<GatheringChoicesQuery['process']>;

const kinds: readonly GatheringKind[] = ['WORKSHOP', 'WORKING_GROUP', 'CONFERENCE', 'COUNCIL_MEETING'];

interface TableFields {
  readonly key: string;
  readonly id: string | null;
  readonly title: string;
  readonly question: string;
  readonly sectionId: string | null;
}

interface GatheringFields {
  /** Empty: none. */
  readonly phaseId: string;
  readonly kind: GatheringKind;
  readonly title: string;
  readonly summary: string;
  readonly place: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly languages: string[];
  readonly interpretation: string;
  /** As lines that are typed. */
  readonly agenda: string;
  readonly welcomesGuests: boolean;
  readonly releasesCards: boolean;
  readonly guestsWrite: boolean;
}

const tableFields = ({ id, uuid, title, question, section }: GatheringFactsFragment['tables'][number]): TableFields => ({ key: uuid, id, title, question, sectionId: section?.id ?? null });
const newTable = (): TableFields => ({ key: crypto.randomUUID(), id: null, title: '', question: '', sectionId: null });

const FIVE_MINUTES = 300_000;
/** A time so many hours from now, as the field takes it: whoever plans nothing else begins at once. */
const soon = (hours: number): string => townFieldValue(new Date(Math.floor(Date.now() / FIVE_MINUTES) * FIVE_MINUTES + hours * 3_600_000).toISOString());

/** What the form holds; a gathering that is changed fills it. */
function useGatheringFields(gathering: GatheringFactsFragment | null) {
  const [fields, setFields] = useState<GatheringFields>({
    phaseId: gathering?.phase?.id ?? '', kind: gathering?.kind ?? 'WORKSHOP', title: gathering?.title ?? '', summary: gathering?.summary ?? '', place: gathering?.place ?? '',
    startsAt: gathering ? townFieldValue(gathering.startsAt) : soon(0), endsAt: gathering ? townFieldValue(gathering.endsAt) : soon(2), languages: gathering?.languages ?? ['de'],
    interpretation: gathering?.interpretation ?? '', agenda: agendaLines(gathering?.agenda ?? []), welcomesGuests: gathering?.welcomesGuests ?? true, releasesCards: gathering?.releasesCards ?? true, guestsWrite: gathering?.guestsWrite ?? true,
  });
  const [tables, setTables] = useState<readonly TableFields[]>(gathering?.tables.map(tableFields) ?? []);
  const [seenTables, setSeenTables] = useState<readonly string[]>(tables.map(({ key }) => key));
  /** Cards may already lie on a table that somebody else has added since: it is kept, whatever else stays as it is typed. */
  const addNewTables = () => {
    const added = gathering?.tables.filter(({ uuid }) => !seenTables.includes(uuid)).map(tableFields) ?? [];
    setTables((known) => [...known, ...added]);
    setSeenTables((known) => [...known, ...added.map(({ key }) => key)]);
  };
  const change = (part: Partial<typeof fields>) => setFields((known) => ({ ...known, ...part }));
  const input = { ...fields, phaseId: fields.phaseId === '' ? null : fields.phaseId, agenda: agendaOf(fields.agenda), tables: tables.map(({ id, title, question, sectionId }) => ({ id, title, question, sectionId: sectionId ?? '' })) };
  return { fields, change, tables, setTables, addNewTables, input };
}

function Tables({ tables, onChange, process, error }: { tables: readonly TableFields[]; onChange: (tables: readonly TableFields[]) => void; process: Process; error: string | null }) {
  const t = useText();
  const sections = process.editions.edges.flatMap(({ node: edition }) => (edition.frozenAt ? [] : edition.sections.edges.map(({ node }) => ({ id: node.id, label: node.title, description: edition.title }))));
  const titleOf = (id: string | null): string => sections.find((section) => section.id === id)?.label ?? '';
  /** The table is called after what it is about until somebody calls it otherwise. */
  const nameFor = (table: TableFields, sectionId: string | null): string => ([titleOf(table.sectionId), ''].includes(table.title) ? titleOf(sectionId) : table.title);
  const set = (key: string, part: Partial<TableFields>) => onChange(tables.map((table) => (table.key === key ? { ...table, ...part } : table)));
  return (
    <Section title={t('workshop.tables.title')} description={t('workshop.tables.lead')} actions={<Button size="small" icon="add" onPress={() => onChange([...tables, newTable()])}>{t('workshop.tables.add')}</Button>}>
      {error ? <p className="kern-error" role="alert">{error}</p> : null}
      <ol className="kw-table-list">
        {tables.map((table, index) => (
          <li key={table.key} className="kw-form" aria-label={t('workshop.tables.number', { number: index + 1 })}>
            <h3 className="kern-heading-small">{t('workshop.tables.number', { number: index + 1 })}</h3>
            <Select label={t('workshop.tables.section')} options={sections} value={table.sectionId} onChange={(sectionId) => set(table.key, { sectionId, title: nameFor(table, sectionId) })} />
            <TextField label={t('workshop.tables.name')} value={table.title} onChange={(title) => set(table.key, { title })} isRequired />
            <TextArea label={t('workshop.tables.question')} optional rows={2} value={table.question} onChange={(question) => set(table.key, { question })} />
            <div><Button size="small" icon="remove" onPress={() => onChange(tables.filter(({ key }) => key !== table.key))} aria-label={t('workshop.tables.remove-number', { number: index + 1 })}>{t('workshop.tables.remove')}</Button></div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

/** Which phase it belongs to, with a word where its times do not fit. */
function PhaseChoice({ phases, fields, onChange, error }: { phases: Process['phases']; fields: GatheringFields; onChange: (phaseId: string) => void; error: string | null }) {
  const t = useText();
  const { day, span } = useTownTime();
  if (phases.length === 0) return null;
  const phase = phases.find(({ id }) => id === fields.phaseId);
  const isOutside = phase !== undefined && (fields.startsAt < townFieldValue(phase.opensAt) || (phase.closesAt !== null && fields.endsAt > townFieldValue(phase.closesAt)));
  return (
    <>
      <Select label={t('workshop.form.phase')} hint={t('workshop.form.phase-hint')} value={fields.phaseId} onChange={(id) => onChange(id ?? '')} error={error}
        options={[{ id: '', label: t('workshop.form.no-phase') }, ...phases.map(({ id, title, opensAt, closesAt }) => ({ id, label: title, description: closesAt === null ? t('workshop.form.phase-from', { day: day(opensAt) }) : span(opensAt, closesAt) }))]} />
      {isOutside ? <Notice tone="warning" live title={t('workshop.form.outside')}>{t('workshop.form.outside-text')}</Notice> : null}
    </>
  );
}

interface Props {
  process: Process;
  /** The gathering to change; null: a new one. */
  gathering: GatheringFactsFragment | null;
  onDone: (uuid: string) => void;
}

/** Plans a gathering: when and where, what happens, at which tables, and whether guests may take part. */
export function GatheringForm(props: Props) {
  const [taken, setTaken] = useState(0);
  // Filled anew with what somebody else has saved.
  return <Plan key={taken} {...props} onTake={() => setTaken(taken + 1)} />;
}

function Plan({ process, gathering, onDone, onTake }: Props & { onTake: () => void }) {
  const t = useText();
  const add = useAction(AddGatheringDocument, 'addGathering', ['ProcessPage']);
  const changing = useAction(ChangeGatheringDocument, 'changeGathering', ['ProcessPage', 'GatheringPage']);
  const action = gathering === null ? add : changing;
  const { fields, change, tables, setTables, addNewTables, input } = useGatheringFields(gathering);
  const { seen, isOvertaken, shown, keep } = useSeenRevision(gathering?.revision ?? 0, action);
  const keepMine = () => {
    addNewTables();
    keep();
  };
  const problem = (field: string) => problemAt(action.problems, field, 'workshop', t);
  // Nobody writes cards at a meeting of the council; what is planned already stays as it was said.
  const changeKind = (kind: GatheringKind) => change(gathering === null ? { kind, welcomesGuests: kind !== 'COUNCIL_MEETING' } : { kind });
  const submit = async () => {
    const payload = gathering === null ? await add.run({ processId: process.id, ...input }) : await changing.run({ gatheringId: gathering.id, expectedRevision: seen, ...input });
    if (!payload?.gathering) return;
    showToast(t('workshop.form.saved', { title: fields.title.trim() }));
    onDone(payload.gathering.uuid);
  };
  return (
    <ActionForm action={shown} context="workshop" fields={['kind', 'title', 'summary', 'place', 'startsAt', 'endsAt', 'phaseId', 'languages', 'interpretation', 'agenda', 'tables']} onSubmit={() => void submit()}>
      {gathering && isOvertaken ? <OtherPlan gathering={gathering} onTake={onTake} onKeep={keepMine} /> : null}
      <RadioGroup<GatheringKind> label={t('workshop.form.kind')} value={fields.kind} onChange={changeKind} options={kinds.map((id) => ({ id, label: t(`workshop.gathering-kind.${id}`) }))} error={problem('kind')} />
      <TextField label={t('workshop.form.title')} value={fields.title} onChange={(title) => change({ title })} isRequired error={problem('title')} />
      <TextField label={t('workshop.form.place')} optional value={fields.place} onChange={(place) => change({ place })} error={problem('place')} />
      <div className="kw-columns">
        <TextField type="datetime-local" label={t('workshop.form.starts')} value={fields.startsAt} onChange={(startsAt) => change({ startsAt })} isRequired error={problem('startsAt')} />
        <TextField type="datetime-local" label={t('workshop.form.ends')} value={fields.endsAt} onChange={(endsAt) => change({ endsAt })} isRequired error={problem('endsAt')} />
      </div>
      <PhaseChoice phases={process.phases} fields={fields} onChange={(phaseId) => change({ phaseId })} error={problem('phaseId')} />
      <TextArea label={t('workshop.form.summary')} optional rows={2} value={fields.summary} onChange={(summary) => change({ summary })} error={problem('summary')} />
      <MultiPicker label={t('workshop.form.languages')} optional options={textLanguages} value={[...fields.languages]} onAdd={(tag) => change({ languages: [...fields.languages, tag] })} onRemove={(tag) => change({ languages: fields.languages.filter((other) => other !== tag) })} error={problem('languages')} />
      <TextField label={t('workshop.form.interpretation')} hint={t('workshop.form.interpretation-hint')} optional value={fields.interpretation} onChange={(interpretation) => change({ interpretation })} error={problem('interpretation')} />
      <TextArea label={t('workshop.form.agenda')} hint={t('workshop.form.agenda-hint')} optional rows={6} value={fields.agenda} onChange={(agenda) => change({ agenda })} error={problem('agenda')} />
      <Tables tables={tables} onChange={setTables} process={process} error={problem('tables')} />
      <Section title={t('workshop.form.guests')} description={t('workshop.form.guests-lead')}>
        <div className="kw-form">
          <Checkbox isSelected={fields.welcomesGuests} onChange={(welcomesGuests) => change({ welcomesGuests })}>{t('workshop.form.welcomes-guests')}</Checkbox>
          <Checkbox isSelected={fields.releasesCards} onChange={(releasesCards) => change({ releasesCards })}>{t('workshop.form.releases-cards')}</Checkbox>
          <Checkbox isSelected={fields.guestsWrite} onChange={(guestsWrite) => change({ guestsWrite })}>{t('workshop.form.guests-write')}</Checkbox>
        </div>
      </Section>
      <div className="kw-button-group"><Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.form.submit')}</Button></div>
    </ActionForm>
  );
}
