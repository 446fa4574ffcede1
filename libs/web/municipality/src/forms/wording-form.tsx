import type { GenderStyle, LabelledInstrument, MunicipalityLookFragment, TermKey } from '@konzeptwerkstatt/web-data';
import { SetMunicipalityWordingDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemText } from '@konzeptwerkstatt/web-shell';
import { Button, RadioGroup, showToast, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

const styles: readonly GenderStyle[] = ['COLON', 'ASTERISK', 'UNDERSCORE', 'PAIR', 'NEUTRAL'];
const termKeys: readonly TermKey[] = ['FIELD_OF_ACTION', 'GUIDING_GOAL', 'SUB_GOAL', 'MEASURE', 'INDICATOR'];
export const instrumentKinds: readonly LabelledInstrument[] = ['CONCEPT', 'GUIDELINES', 'ACTION_CONCEPT', 'IMPLEMENTATION_REPORT', 'INDICATOR_REPORT'];

type Words = Readonly<Record<string, { readonly one: string; readonly many: string }>>;

interface Props {
  municipality: MunicipalityLookFragment;
  submitLabel: string;
  /** Called once it is saved. */
  onSaved?: () => void;
}

/** House style and the municipality's own words; what is left empty is the usual one. */
export function WordingForm({ municipality, submitLabel, onSaved }: Props) {
  const t = useText();
  const action = useAction(SetMunicipalityWordingDocument, 'setMunicipalityWording');
  const [style, setStyle] = useState<GenderStyle | 'NONE'>(municipality.genderStyle ?? 'NONE');
  const [words, setWords] = useState<Words>(() => Object.fromEntries(municipality.terms.map(({ key, one, many }) => [key, { one, many }])));
  const [labels, setLabels] = useState<Readonly<Record<string, string>>>(() => Object.fromEntries(municipality.instrumentLabels.map(({ kind, label }) => [kind, label])));
  const word = (key: TermKey) => words[key] ?? { one: '', many: '' };
  const errorAt = (group: string, key: string): string | null => {
    const camel = key.toLowerCase().replace(/_(.)/g, (_, letter: string) => letter.toUpperCase());
    const problem = action.problems.find(({ path }) => path[0] === group && [camel, key.toLowerCase()].includes(path[1] ?? ''));
    return problem ? problemText(problem, 'municipality', t) : null;
  };
  const submit = async () => {
    const payload = await action.run({
      genderStyle: style === 'NONE' ? null : style,
      terms: termKeys.map((key) => ({ key, ...word(key) })),
      instrumentLabels: instrumentKinds.map((kind) => ({ kind, label: labels[kind] ?? '' })),
    });
    if (!payload) return;
    showToast(t('municipality.form.saved'));
    onSaved?.();
  };
  return (
    <ActionForm action={action} context="municipality" fields={['terms', 'instrumentLabels']} onSubmit={() => void submit()}>
      <RadioGroup label={t('municipality.wording.style')} hint={t('municipality.wording.style-hint')} value={style} onChange={setStyle}
        options={[...styles, 'NONE' as const].map((id) => ({ id, label: t(`municipality.style.${id}`) }))} />
      <fieldset className="kw-fieldset">
        <legend className="kern-label">{t('municipality.wording.terms')}</legend>
        <p className="kw-muted">{t('municipality.wording.terms-hint')}</p>
        {termKeys.map((key) => (
          <div key={key} className="kw-term">
            <TextField label={t(`municipality.wording.one.${key}`)} value={word(key).one} onChange={(one) => setWords({ ...words, [key]: { ...word(key), one } })} error={errorAt('terms', key)} />
            <TextField label={t(`municipality.wording.many.${key}`)} value={word(key).many} onChange={(many) => setWords({ ...words, [key]: { ...word(key), many } })} />
          </div>
        ))}
      </fieldset>
      <fieldset className="kw-fieldset">
        <legend className="kern-label">{t('municipality.wording.instruments')}</legend>
        {instrumentKinds.map((kind) => (
          <TextField key={kind} label={t('municipality.wording.instrument', { word: t(`municipality.instrument.${kind}`) })} value={labels[kind] ?? ''} onChange={(label) => setLabels({ ...labels, [kind]: label })} error={errorAt('instrumentLabels', kind)} />
        ))}
      </fieldset>
      <div className="kw-button-group">
        <Button type="submit" variant="primary" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{submitLabel}</Button>
      </div>
    </ActionForm>
  );
}
