import type { ContributionKind } from '@konzeptwerkstatt/web-data';
import { Original, RadioGroup, Select, TextArea, TextField, useText } from '@konzeptwerkstatt/web-ui';
import { MentionArea } from '../mention/mention-area.js';
import type { MentionPlace } from '../mention/mention-area.js';
import type { Draft } from './kept-draft.js';
import { textLanguages } from './text-languages.js';

/** Longer texts are refused by the server; told while typing, so that nobody waits for it. */
export const maxTextLength = 20_000;

const kinds: readonly ContributionKind[] = ['QUESTION', 'SUPPORT', 'OBJECTION', 'PROPOSAL', 'NEW_MEASURE'];

interface Props {
  draft: Draft;
  change: (part: Partial<Draft>) => void;
  problem: (field: string) => string | null;
}

type AllProps = Props & { place: MentionPlace };

/** The words that a proposal wants to see instead. */
function Replacement({ draft, change, problem }: Props) {
  const t = useText();
  if (draft.kind !== 'PROPOSAL' || draft.passage === null) return null;
  return (
    <TextArea label={t('participation.form.replacement')} hint={t('participation.form.replacement-hint')} rows={5} lang="de" dir="auto"
      value={draft.replacement ?? draft.passage.quote} onChange={(replacement) => change({ replacement })} error={problem('replacement')} />
  );
}

/** What one says, in any language. */
export function ContributionFields({ place, ...props }: AllProps) {
  const { draft, change, problem } = props;
  const t = useText();
  const isTooLong = draft.text.length > maxTextLength;
  return (
    <>
      {draft.passage ? (
        <figure className="kw-quote">
          <figcaption className="kw-muted">{t('participation.form.passage')}</figcaption>
          <blockquote lang="de" dir="auto"><Original>{draft.passage.quote}</Original></blockquote>
        </figure>
      ) : null}
      <RadioGroup<ContributionKind> label={t('participation.form.kind')} value={draft.kind} onChange={(kind) => change({ kind })} error={problem('kind')}
        options={kinds.map((id) => ({ id, label: t(`participation.kind.${id}`), description: t(`participation.kind-hint.${id}`) }))} />
      {draft.kind === 'NEW_MEASURE' ? <TextField label={t('participation.form.title')} value={draft.title} onChange={(title) => change({ title })} isRequired error={problem('title')} lang={draft.language} dir="auto" /> : null}
      <Replacement {...props} />
      <MentionArea place={place} label={t('participation.form.text')} hint={t('participation.form.text-hint')} rows={8} value={draft.text} mentions={draft.mentions} onChange={(text, mentions) => change({ text, mentions })} lang={draft.language} dir="auto"
        error={isTooLong ? t('participation.form.too-long', { count: draft.text.length }) : problem('text')} />
      <Select label={t('participation.form.language')} options={textLanguages} value={draft.language} onChange={(language) => language && change({ language })} error={problem('language')} />
    </>
  );
}
