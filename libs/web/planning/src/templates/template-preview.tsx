import type { ProcessTemplatePageQuery } from '@konzeptwerkstatt/web-data';
import { Checkbox, Notice, Original, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { Examples } from '../plan/examples.js';
import { PhaseTime } from '../plan/phase-time.js';
import { Rules } from '../plan/rules.js';
import { keyLabel } from '../process/key-label.js';
import '../process/process.css';

export type Template = NonNullable<ProcessTemplatePageQuery['processTemplate']>;

/** What of a template is not wanted, by `kind/key`. */
interface Choice {
  readonly isOut: (key: string) => boolean;
  readonly onToggle: (key: string, isIn: boolean) => void;
}

function Tick({ choice, of, children }: { choice: Choice; of: string; children: React.ReactNode }) {
  return <Checkbox isSelected={!choice.isOut(of)} onChange={(isIn) => choice.onToggle(of, isIn)}>{children}</Checkbox>;
}

/** Says which of the chosen phases would be over before the process begins. */
function Past({ template, choice }: { template: Template; choice: Choice }) {
  const t = useText();
  const now = new Date();
  const past = template.phases.filter(({ key, closesAt }) => closesAt !== null && new Date(closesAt) < now && !choice.isOut(`phases/${key}`));
  return past.length === 0 ? null : <Notice tone="warning" live title={t('planning.template.past', { count: past.length })}>{t('planning.template.past-text')}</Notice>;
}

function Phases({ template, choice }: { template: Template; choice: Choice }) {
  const t = useText();
  return (
    <Section title={t('planning.phases.title')} description={template.decisionDay === null ? t('planning.template.phases-undated') : t('planning.template.phases-dated')}>
      <Past template={template} choice={choice} />
      <ol className="kw-plan">
        {template.phases.map((phase) => (
          <li key={phase.key} className="kw-plan__item">
            <Tick choice={choice} of={`phases/${phase.key}`}><strong><Original>{phase.title}</Original></strong></Tick>
            <div className="kw-plan__body">
              {phase.opensAt ? <p className="kw-plan__time"><PhaseTime opensAt={phase.opensAt} closesAt={phase.closesAt} /></p> : null}
              <p className="kw-muted">{[keyLabel('phase-kind', phase.kind, t), phase.trackName ? t('planning.phase.track', { name: phase.trackName }) : null].filter(Boolean).join(' · ')}{phase.bodyName ? <> · <Original>{phase.bodyName}</Original></> : null}</p>
              <p><Original>{phase.summary}</Original></p>
              <Rules rules={phase.rules} />
              <Examples examples={phase.examples} exampleName={template.exampleName} />
            </div>
          </li>
        ))}
      </ol>
    </Section>
  );
}

function Documents({ template, choice }: { template: Template; choice: Choice }) {
  const t = useText();
  return (
    <Section title={t('planning.documents.title')} description={t('planning.template.documents-lead')}>
      <ul className="kw-plan">
        {template.documents.map((document) => (
          <li key={document.key} className="kw-plan__item">
            <Tick choice={choice} of={`documents/${document.key}`}><strong><Original>{document.title}</Original></strong></Tick>
            <div className="kw-plan__body">
              <p className="kw-muted">
                {keyLabel('document-kind', document.kind, t)}
                {document.decidedBy ? <> · {t('planning.document.decided-by')} <Original>{document.decidedBy}</Original></> : document.isBinding ? null : <> · {t('planning.document.informal')}</>}
              </p>
              {document.isBegun ? <p><StatusTag tone="info">{t('planning.document.begun')}</StatusTag></p> : null}
              {document.note ? <p><Original>{document.note}</Original></p> : null}
              {document.fields.length > 0 ? (
                <ul className="kw-plan__fields" aria-label={t('planning.document.fields')}>
                  {document.fields.map((field) => (
                    <li key={field.key}>
                      <Tick choice={choice} of={`fields/${field.key}`}><Original>{field.title}</Original>{field.isPriority ? ` (${t('planning.document.priority')})` : ''}</Tick>
                    </li>
                  ))}
                </ul>
              ) : null}
              <Examples examples={document.examples} exampleName={template.exampleName} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Bodies({ template, choice }: { template: Template; choice: Choice }) {
  const t = useText();
  return (
    <Section title={t('planning.bodies.title')} description={t('planning.template.bodies-lead')}>
      <ul className="kw-plan">
        {template.bodies.map((body) => (
          <li key={body.key} className="kw-plan__item">
            <Tick choice={choice} of={`bodies/${body.key}`}><strong><Original>{body.name}</Original></strong></Tick>
            <div className="kw-plan__body">
              <p className="kw-muted">{keyLabel('body-kind', body.kind, t)}</p>
              {body.note ? <p><Original>{body.note}</Original></p> : null}
              <Examples examples={body.examples} exampleName={template.exampleName} />
            </div>
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Everything a template would bring along; what is not wanted can be ticked off. */
export function TemplatePreview({ template, choice }: { template: Template; choice: Choice }) {
  const t = useText();
  return (
    <>
      {template.tracks.length > 0 ? (
        <Section title={t('planning.tracks.title')} description={t('planning.tracks.lead')}>
          <ul className="kw-bullets">{template.tracks.map((name) => <li key={name}><Original>{name}</Original></li>)}</ul>
        </Section>
      ) : null}
      <Phases template={template} choice={choice} />
      <Documents template={template} choice={choice} />
      <Bodies template={template} choice={choice} />
      {template.history.length > 0 ? (
        <Section title={t('planning.example.more', { name: template.exampleName ?? '' })}><Examples examples={template.history} exampleName={template.exampleName} /></Section>
      ) : null}
      {template.sourceNote ? <p className="kw-source-note kw-muted">{t('planning.process.source')} <Original>{template.sourceNote}</Original></p> : null}
    </>
  );
}
