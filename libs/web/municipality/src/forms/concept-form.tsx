import { useApolloClient } from '@apollo/client/react';
import { withoutIsolates } from '@konzeptwerkstatt/kernel';
import type { LabelledInstrument, MunicipalityLookFragment } from '@konzeptwerkstatt/web-data';
import { BeginConceptDocument, PlanConceptDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, LinkButton, Notice, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { instrumentKinds } from './wording-form.js';

/** What is noted of the first concept. */
export interface PlannedConcept {
  readonly kind: LabelledInstrument;
  readonly title: string;
  readonly fields: readonly string[];
}

/** Fields of action that many concepts have, to begin with; each can be renamed or taken out. */
const usualFields = ['bildung', 'arbeit', 'wohnen', 'teilhabe', 'antidiskriminierung'] as const;
const quietMilliseconds = 600;

/** Where a name stands that stands further up already; -1 when each is there once. */
function repeatedAt(fields: readonly string[]): number {
  const names = fields.map((field) => field.replace(/\s+/g, ' ').trim().normalize('NFC').toLocaleLowerCase('de'));
  return names.findIndex((name, at) => name !== '' && names.indexOf(name) < at);
}

/** Keeps what is typed: leaving in the middle loses nothing. */
function useKeptPlan(plan: PlannedConcept): void {
  const { run } = useAction(PlanConceptDocument, 'planConcept');
  const send = useRef(run);
  send.current = run;
  const isFirst = useRef(true);
  useEffect(() => {
    if (isFirst.current) {
      isFirst.current = false;
      return undefined;
    }
    const timer = setTimeout(() => void send.current({ ...plan, fields: [...plan.fields] }), quietMilliseconds);
    return () => clearTimeout(timer);
  }, [plan]);
}

/** The first concept: kind, title and fields of action. At its end the text of the first field is open. */
export function ConceptForm({ municipality, planned }: { municipality: MunicipalityLookFragment; planned: PlannedConcept | null }) {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(BeginConceptDocument, 'beginConcept', ['ConceptList']);
  const { cache } = useApolloClient();
  const [plan, setPlan] = useState<PlannedConcept>(planned ?? {
    kind: 'CONCEPT', title: withoutIsolates(t('municipality.concept.suggested-title', { municipality: municipality.name })), fields: usualFields.map((key) => t(`municipality.field.${key}`)),
  });
  useKeptPlan(plan);
  const setField = (index: number, title: string) => setPlan({ ...plan, fields: plan.fields.map((field, at) => (at === index ? title : field)) });
  const label = (kind: LabelledInstrument): string => municipality.instrumentLabels.find((own) => own.kind === kind)?.label ?? t(`municipality.instrument.${kind}`);
  const submit = async (isFromWord: boolean) => {
    const payload = await action.run({ instrumentKind: plan.kind, title: plan.title, year: new Date().getFullYear(), fieldsOfAction: isFromWord ? [] : [...plan.fields], isFirst: true, startsEmpty: isFromWord });
    const section = payload?.edition?.sections.edges[0]?.node;
    if (!payload?.edition) return;
    const place = isFromWord ? '/aus-word' : section ? `/abschnitte/${section.uuid}` : '';
    void navigate(`/konzepte/${payload.edition.uuid}${place}`, { replace: true });
    // The server ends setting up a moment later, by event; nobody has to wait for it.
    cache.modify({ id: 'Viewer:{}', fields: { setup: (setup: object) => ({ ...setup, step: null, plannedConcept: null }) } });
  };
  const isBegun = action.problems.some(({ code }) => code === 'CONCEPT_BEGUN');
  const wrongField = action.problems.some(({ code }) => code === 'FIELD_TWICE') ? repeatedAt(plan.fields) : 0;
  return (
    <ActionForm action={{ ...action, problems: action.problems.filter(({ code }) => code !== 'CONCEPT_BEGUN') }} context="municipality" fields={['title', 'fieldsOfAction']} onSubmit={() => void submit(false)}>
      {isBegun ? <Notice tone="warning" live title={t('municipality.error.CONCEPT_BEGUN')} actions={<LinkButton size="small" href="/konzepte">{t('municipality.concept.to-concepts')}</LinkButton>} /> : null}
      <Select label={t('municipality.concept.kind')} options={instrumentKinds.map((id) => ({ id, label: label(id) }))} value={plan.kind} onChange={(kind) => setPlan({ ...plan, kind: kind ?? plan.kind })} />
      <TextField label={t('municipality.concept.title')} value={plan.title} onChange={(title) => setPlan({ ...plan, title })} isRequired error={problemAt(action.problems, 'title', 'municipality', t)} />
      <fieldset className="kw-fieldset">
        <legend className="kern-label">{t('municipality.concept.fields')}</legend>
        <p className="kw-muted">{t('municipality.concept.fields-hint')}</p>
        <ol className="kw-field-list">
          {plan.fields.map((field, index) => (
            <li key={index}>
              <TextField label={t('municipality.concept.field', { number: index + 1 })} value={field} onChange={(title) => setField(index, title)} error={index === wrongField ? problemAt(action.problems, 'fieldsOfAction', 'municipality', t) : null} />
              <Button size="small" icon="close" iconOnly onPress={() => setPlan({ ...plan, fields: plan.fields.filter((_, at) => at !== index) })}>{t('municipality.concept.field-remove', { number: index + 1 })}</Button>
            </li>
          ))}
        </ol>
        <div><Button size="small" icon="add" onPress={() => setPlan({ ...plan, fields: [...plan.fields, ''] })}>{t('municipality.concept.field-add')}</Button></div>
      </fieldset>
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.concept.begin')}</Button>
        <Button isPending={action.isPending} pendingText={t('municipality.form.saving')} onPress={() => void submit(true)}>{t('municipality.concept.from-word')}</Button>
      </div>
    </ActionForm>
  );
}
