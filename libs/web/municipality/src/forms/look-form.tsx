import type { MunicipalityLookFragment, UserProblem } from '@konzeptwerkstatt/web-data';
import { SetMunicipalityColourDocument, SetMunicipalityLogoDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice, problemAt, problemText } from '@konzeptwerkstatt/web-shell';
import { Button, contrastOf, Notice, showToast, TextField, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { useId, useState } from 'react';
import { uploadLogo } from './upload-logo.js';

/** The logo as it is, and how to bring another one. */
function Logo({ municipality }: { municipality: MunicipalityLookFragment }) {
  const t = useText();
  const id = useId();
  const action = useAction(SetMunicipalityLogoDocument, 'setMunicipalityLogo');
  const [problems, setProblems] = useState<readonly UserProblem[]>([]);
  const [isSending, setIsSending] = useState(false);
  const choose = async (file: File | undefined) => {
    if (!file) return;
    setIsSending(true);
    const outcome = await uploadLogo(file);
    setProblems('problems' in outcome ? outcome.problems : []);
    if ('fileId' in outcome && (await action.run({ fileId: outcome.fileId }))) showToast(t('municipality.form.saved'));
    setIsSending(false);
  };
  const problem = problems[0];
  return (
    <div className="kw-stack kw-stack--tight">
      {municipality.logoPath ? <img className="kw-logo-preview" src={municipality.logoPath} alt={t('municipality.look.logo-alt', { municipality: municipality.name })} /> : null}
      <label htmlFor={id} className="kern-label">{t('municipality.look.logo')}</label>
      <p id={`${id}-hint`} className="kw-muted">{t('municipality.look.logo-hint')}</p>
      <input id={id} type="file" className="kw-file" accept="image/png,image/jpeg" disabled={isSending} aria-describedby={`${id}-hint`} aria-invalid={problem ? true : undefined}
        onChange={(event) => { void choose(event.target.files?.[0]); event.target.value = ''; }} />
      {problem ? <Notice tone="danger" live title={problemText(problem, 'municipality', t)} /> : null}
      <ActionNotice action={action} context="municipality" />
      {municipality.logoPath ? <div><Button size="small" onPress={() => void action.run({ fileId: null })}>{t('municipality.look.logo-remove')}</Button></div> : null}
    </div>
  );
}

const isColour = (text: string): boolean => /^#[0-9a-f]{6}$/i.test(text.trim());

/** How a colour would look, and whether it can be read. */
function Sample({ colour }: { colour: string }) {
  const t = useText();
  const { number } = useLanguage();
  if (!isColour(colour)) return null;
  const contrast = contrastOf(colour.trim(), '#ffffff');
  return (
    <p className="kw-colour-sample">
      <span aria-hidden="true" className="kw-colour-sample__patch" style={{ backgroundColor: colour.trim() }} />
      {t(contrast >= 4.5 ? 'municipality.look.contrast-good' : 'municipality.look.contrast-bad', { contrast: number(contrast, 1) })}
    </p>
  );
}

/** The colour of buttons and links. */
function Colour({ municipality }: { municipality: MunicipalityLookFragment }) {
  const t = useText();
  const action = useAction(SetMunicipalityColourDocument, 'setMunicipalityColour');
  const [colour, setColour] = useState(municipality.accentColour ?? '');
  const save = async (value: string | null) => {
    if (!(await action.run({ colour: value }))) return;
    if (value === null) setColour('');
    showToast(t('municipality.form.saved'));
  };
  return (
    <form className="kw-form" noValidate onSubmit={(event) => { event.preventDefault(); void save(colour.trim() === '' ? null : colour); }}>
      <ActionNotice action={action} context="municipality" fields={['colour']} />
      <TextField label={t('municipality.look.colour')} hint={t('municipality.look.colour-hint')} value={colour} onChange={setColour} dir="ltr" error={problemAt(action.problems, 'colour', 'municipality', t)} />
      <Sample colour={colour} />
      <div className="kw-button-group">
        <Button type="submit" isPending={action.isPending} pendingText={t('municipality.form.saving')}>{t('municipality.look.colour-save')}</Button>
        {municipality.accentColour ? <Button onPress={() => void save(null)}>{t('municipality.look.colour-reset')}</Button> : null}
      </div>
    </form>
  );
}

/** Logo and colour; each is saved by itself. */
export function LookForm({ municipality }: { municipality: MunicipalityLookFragment }) {
  return (
    <div className="kw-stack">
      <Logo municipality={municipality} />
      <Colour municipality={municipality} />
    </div>
  );
}
