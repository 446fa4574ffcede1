import { DescriptionList, PageHeader, Section, TextLink, useText } from '@konzeptwerkstatt/web-ui';

const paper = 'https://doi.org/10.11586/2022140';

/** Names the source of the demonstration's facts and the licences of what the client is made of. */
export default function SourcesPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('shell.sources.title')}>{t('shell.sources.lead')}</PageHeader>
      <Section title={t('shell.sources.facts')}>
        <DescriptionList
          items={[
            { term: t('shell.sources.publication'), value: <cite lang="de">Auf dem Weg zu krisenfesten Vielfaltsstrategien? Erfolgsfaktoren und Herausforderungen kommunaler Integrationspolitik</cite> },
            { term: t('shell.sources.authors'), value: 'Frank Gesemann, Lea Freudenberg, Claudia Walther' },
            { term: t('shell.sources.publisher'), value: t('shell.sources.publisher-value') },
            { term: t('shell.sources.address'), value: <TextLink href={paper} target="_blank" rel="noreferrer">doi.org/10.11586/2022140</TextLink> },
            { term: t('shell.sources.licence'), value: t('shell.sources.licence-value') },
          ]}
        />
        <p className="kw-prose kw-muted">{t('shell.sources.changes')}</p>
      </Section>
      <Section title={t('shell.sources.software')}>
        <DescriptionList
          items={[
            { term: 'KERN-UX', value: t('shell.sources.kern') },
            { term: 'Fira Sans', value: t('shell.sources.fira') },
            { term: 'Noto Sans Arabic', value: t('shell.sources.noto') },
          ]}
        />
      </Section>
    </>
  );
}
