import type { EditionAdoptionQuery } from '@konzeptwerkstatt/web-data';
import { DescriptionList, LinkButton, Notice, Progress, useLanguage, useText } from '@konzeptwerkstatt/web-ui';

type Edition = NonNullable<EditionAdoptionQuery['edition']>;

function AdoptedPdf({ file }: { file: Edition['adoptedFile'] }) {
  const t = useText();
  if (!file || file.state === 'WAITING' || file.state === 'RENDERING') return <Progress label={t('concept.adoption.pdf-waiting')} />;
  if (file.state === 'FAILED') return <Notice tone="warning" title={t(`concept.adoption.pdf-problem.${file.problem ?? 'RENDERING_FAILED'}`)} />;
  return (
    <div>
      <LinkButton icon="download" href={file.fileUrl ?? ''} download="">{t('concept.adoption.pdf')}</LinkButton>
      {file.unshownCharacters ? <p className="kw-muted">{t('concept.download.unshown', { characters: file.unshownCharacters })}</p> : null}
    </div>
  );
}

/** What the adoption has fixed: since when, how much, the PDF, and the hashes by which anybody can check both. */
export function AdoptedFacts({ edition }: { edition: Edition }) {
  const t = useText();
  const { day } = useLanguage();
  const { adoption, adoptedFile } = edition;
  if (!adoption) return <Progress label={t('concept.adoption.freezing')} />;
  const { frozenAt, hash, sectionCount, goalCount, measureCount } = adoption;
  return (
    <div className="kw-stack">
      <DescriptionList items={[
        { term: t('concept.adoption.since'), value: day(frozenAt) },
        { term: t('concept.adoption.content'), value: t('concept.adoption.counts', { sections: sectionCount, goals: goalCount, measures: measureCount }) },
        { term: t('concept.adoption.hash'), value: <code className="kw-hash" dir="ltr">{hash}</code> },
        ...(adoptedFile?.sha256 ? [{ term: t('concept.adoption.pdf-hash'), value: <code className="kw-hash" dir="ltr">{adoptedFile.sha256}</code> }] : []),
      ]} />
      <p className="kw-muted">{t('concept.adoption.hash-hint')}</p>
      <AdoptedPdf file={adoptedFile} />
    </div>
  );
}
