import { Checkbox, Select, StatusTag, TextField, useText } from '@konzeptwerkstatt/web-ui';
import type { Problem } from '../data/problem.js';
import { problemText } from '../data/problem.js';
import type { ChangedSection, Changes, WordSection } from './word-choice.js';
import { titleOf } from './word-choice.js';

interface WordSectionLinesProps {
  sections: readonly WordSection[];
  changes: Changes;
  problems: readonly Problem[];
  onChange: (index: number, change: ChangedSection) => void;
}

function WordSectionLine({ section, changes, problems, onChange }: Omit<WordSectionLinesProps, 'sections'> & { section: WordSection }) {
  const t = useText();
  const { index, kind, words, lists, tables, pictures, isTooLong, opening } = section;
  const title = titleOf(section, changes, t('concept.word.untitled'));
  const isTaken = changes[index]?.isLeftOut !== true;
  const kinds = (['FIELD_OF_ACTION', 'CHAPTER'] as const).map((id) => ({ id, label: t(`concept.sectionKind.${id}`) }));
  const problem = problems.filter(({ path }) => path[1] === String(index)).map((one) => problemText(t, one)).join(' ') || null;
  return (
    <li className="kw-section-line kw-word-section" data-left-out={isTaken ? undefined : ''}>
      <Checkbox isSelected={isTaken} onChange={(taken) => onChange(index, { isLeftOut: !taken })}>{t('concept.word.take', { title: title || t('concept.word.untitled') })}</Checkbox>
      {isTaken ? (
        <div className="kw-word-section__fields">
          <TextField label={t('concept.section.title')} value={title} onChange={(value) => onChange(index, { title: value })} error={problem} maxLength={300} />
          <Select label={t('concept.section.kind')} options={kinds} value={changes[index]?.kind ?? kind} onChange={(value) => onChange(index, { kind: value ?? kind })} />
        </div>
      ) : null}
      <p className="kw-section-line__counts">
        <span>{t('concept.word.words', { count: words })}</span>
        {lists > 0 ? <span>{t('concept.word.lists', { count: lists })}</span> : null}
        {tables > 0 ? <span>{t('concept.word.tables', { count: tables })}</span> : null}
        {pictures > 0 ? <span>{t('concept.word.pictures', { count: pictures })}</span> : null}
        {isTooLong ? <StatusTag tone="danger">{t('concept.word.too-long')}</StatusTag> : null}
      </p>
      {opening ? <p className="kw-muted kw-word-section__opening"><bdi>{opening}</bdi></p> : null}
    </li>
  );
}

/** The suggested sections in order: each can be left out, renamed, and made a chapter or a field of action. */
export function WordSectionLines({ sections, ...rest }: WordSectionLinesProps) {
  return <ol className="kw-section-lines">{sections.map((section) => <WordSectionLine key={section.index} section={section} {...rest} />)}</ol>;
}
