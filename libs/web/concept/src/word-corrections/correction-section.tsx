import { Button, Section, StatusTag, useText } from '@konzeptwerkstatt/web-ui';
import { Added, Removed } from '../versions/marked-words.js';
import { withoutConflict } from './difference-groups.js';
import type { Difference, DifferenceSection } from './difference-groups.js';

const tones = { CORRECTED: 'info', CONFLICT: 'warning', REMOVED: 'danger', ADDED: 'success', ELSEWHERE: 'neutral' } as const;

interface CorrectionProps {
  difference: Difference;
  /** In which the text is written. */
  language: string;
  isPending: boolean;
  onTake: () => void;
  onLeave: () => void;
}

/** The words, those that go and come marked and said. */
function Words({ words, language }: Pick<Difference, 'words'> & { language: string }) {
  return (
    <p className="kw-compared__words" lang={language} dir="auto">
      {words.map(({ kind, text }, index) => {
        if (kind === 'ADDED') return <Added key={index}>{text}</Added>;
        return kind === 'REMOVED' ? <Removed key={index}>{text}</Removed> : <span key={index}>{text}</span>;
      })}
    </p>
  );
}

/** Both texts in full: what is decided here replaces somebody's words. */
function BothTexts({ liveText, fileText, language }: Pick<Difference, 'liveText' | 'fileText'> & { language: string }) {
  const t = useText();
  return (
    <dl className="kw-corrections__texts">
      <dt>{t('concept.corrections.live')}</dt>
      <dd lang={language} dir="auto">{liveText}</dd>
      <dt>{t('concept.corrections.file')}</dt>
      {fileText === '' ? <dd>{t('concept.corrections.file-removed')}</dd> : <dd lang={language} dir="auto">{fileText}</dd>}
    </dl>
  );
}

function Correction({ difference, language, isPending, onTake, onLeave }: CorrectionProps) {
  const t = useText();
  const { kind, words, mayAccept, fileText } = difference;
  const isConflict = kind === 'CONFLICT';
  return (
    <li className="kw-corrections__one" data-kind={kind}>
      <div><StatusTag tone={tones[kind]}>{t(`concept.corrections.kind.${kind}`)}</StatusTag></div>
      {isConflict ? <p>{t('concept.corrections.conflict-text')}</p> : null}
      {isConflict ? <BothTexts {...difference} language={language} /> : kind === 'ELSEWHERE' ? <p className="kw-compared__words" lang={language} dir="auto">{fileText}</p> : <Words words={words} language={language} />}
      {kind === 'ELSEWHERE' ? <p className="kw-muted">{t('concept.corrections.elsewhere-text')}</p> : null}
      {!mayAccept && kind !== 'ELSEWHERE' ? <p className="kw-muted">{t('concept.corrections.not-removable')}</p> : null}
      <div className="kw-cluster">
        {mayAccept ? <Button isPending={isPending} pendingText={t('concept.save.saving')} onPress={onTake}>{t(isConflict ? 'concept.corrections.accept-file' : 'concept.corrections.accept')}</Button> : null}
        <Button variant="tertiary" onPress={onLeave}>{t('concept.corrections.leave')}</Button>
      </div>
    </li>
  );
}

interface CorrectionSectionProps {
  section: DifferenceSection;
  language: string;
  isPending: boolean;
  onTake: (differences: readonly Difference[]) => void;
  onLeave: (difference: Difference) => void;
}

/** The differences of one section, with all that can be taken over together in one press. */
export function CorrectionSection({ section: { title, differences }, language, isPending, onTake, onLeave }: CorrectionSectionProps) {
  const t = useText();
  const together = withoutConflict(differences);
  const all = together.length > 1 ? <Button variant="primary" isPending={isPending} pendingText={t('concept.save.saving')} onPress={() => onTake(together)}>{t('concept.corrections.accept-all', { count: together.length, title })}</Button> : null;
  return (
    <Section title={title} actions={all}>
      <ol className="kw-corrections__list">
        {differences.map((difference) => <Correction key={difference.key} difference={difference} language={language} isPending={isPending} onTake={() => onTake([difference])} onLeave={() => onLeave(difference)} />)}
      </ol>
    </Section>
  );
}
