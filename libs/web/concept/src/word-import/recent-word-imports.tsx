import { useQuery } from '@apollo/client/react';
import { RecentWordImportsDocument } from '@konzeptwerkstatt/web-data';
import { Section, StatusTag, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { wordImportPath } from '../places.js';

/** The documents that somebody brought lately: the way back to a decision that is open, and to taking one out again. */
export function RecentWordImports({ editionUuid }: { editionUuid: string }) {
  const t = useText();
  const { instant } = useLanguage();
  const { data } = useQuery(RecentWordImportsDocument, { variables: { uuid: editionUuid }, fetchPolicy: 'network-only' });
  const imports = data?.edition?.recentWordImports.edges.map(({ node }) => node) ?? [];
  if (imports.length === 0) return null;
  return (
    <Section title={t('concept.word.recent')}>
      <ul className="kw-lines">
        {imports.map(({ uuid, fileName, state, requestedAt }) => (
          <li key={uuid}>
            <TextLink href={`${wordImportPath(editionUuid)}?datei=${uuid}`}>{fileName}</TextLink> <span className="kw-muted">{instant(requestedAt)}</span> <StatusTag tone="neutral">{t(`concept.word.stage.${state}`)}</StatusTag>
          </li>
        ))}
      </ul>
    </Section>
  );
}
