import { PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';

/** What the product is, for whom, and under which licence. */
export default function AboutPage() {
  const t = useText();
  return (
    <>
      <PageHeader title={t('shell.about.title')}>{t('shell.about.lead')}</PageHeader>
      <Section title={t('shell.about.purpose')}>
        <p className="kw-prose">{t('shell.about.purpose-text')}</p>
      </Section>
      <Section title={t('shell.about.licence')}>
        <p className="kw-prose">{t('shell.about.licence-text')}</p>
      </Section>
    </>
  );
}
