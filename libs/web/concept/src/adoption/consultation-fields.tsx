import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { problemText } from '@konzeptwerkstatt/web-shell';
import { Button, Select, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { BodyField } from './body-field.js';
import { consultationRoles } from './resolution-draft.js';
import type { ConsultationDraft } from './resolution-draft.js';

interface ConsultationFieldsProps {
  readonly bodies: readonly string[];
  readonly consultations: readonly ConsultationDraft[];
  readonly onChange: (consultations: readonly ConsultationDraft[]) => void;
  readonly problems: readonly UserProblem[];
}

/** Who dealt with it before the body that resolved. */
export function ConsultationFields({ bodies, consultations, onChange, problems }: ConsultationFieldsProps) {
  const t = useText();
  const errorAt = (index: number, field: string): string | null => {
    const found = problems.find(({ path }) => path[0] === 'consultations' && path[1] === String(index) && path[2] === field);
    return found ? problemText(found, 'concept', t) : null;
  };
  const change = (key: number, part: Partial<ConsultationDraft>) => onChange(consultations.map((consultation) => (consultation.key === key ? { ...consultation, ...part } : consultation)));
  const add = () => onChange([...consultations, { key: Math.max(0, ...consultations.map(({ key }) => key)) + 1, bodyName: '', heldOn: '', role: 'PRELIMINARY' }]);
  return (
    <fieldset className="kw-consultations">
      <legend className="kern-title kern-title--small">{t('concept.resolution.consultations')}</legend>
      <p className="kw-muted">{t('concept.resolution.consultations-hint')}</p>
      {consultations.map(({ key, bodyName, heldOn, role }, index) => (
        <div key={key} className="kw-consultation" role="group" aria-label={t('concept.resolution.consultation-number', { number: index + 1 })}>
          <BodyField bodies={bodies} value={bodyName} onChange={(name) => change(key, { bodyName: name })} error={errorAt(index, 'bodyName')} />
          <TextField label={t('concept.resolution.held-on')} hint={t('concept.resolution.day-hint')} value={heldOn} onChange={(text) => change(key, { heldOn: text })} isRequired error={errorAt(index, 'heldOn')} />
          <Select label={t('concept.resolution.role')} options={consultationRoles.map((id) => ({ id, label: t(`concept.consultationRole.${id}`) }))} value={role} onChange={(id) => change(key, { role: id ?? role })} />
          <div><Button size="small" icon="remove" onPress={() => onChange(consultations.filter((consultation) => consultation.key !== key))}>{t('concept.resolution.remove-consultation')}</Button></div>
        </div>
      ))}
      {consultations.length < 30 ? <div><Button icon="add" onPress={add}>{t('concept.resolution.add-consultation')}</Button></div> : null}
    </fieldset>
  );
}
