import { useQuery } from '@apollo/client/react';
import { WallTextDocument } from '@konzeptwerkstatt/web-data';
import { Original, useText } from '@konzeptwerkstatt/web-ui';
import { useEffect } from 'react';
import { Failure } from './failure.js';

interface PageProps {
  readonly sectionUuid: string;
  /** Grows with each change of the text. */
  readonly revision: number;
}

/** One page of a text and all that follow. Each is asked for by itself, so that reading the first one again cuts nothing off. */
function TextPage({ sectionUuid, revision, after }: PageProps & { readonly after: string | null }) {
  const t = useText();
  const { data, error, refetch } = useQuery(WallTextDocument, { variables: { uuid: sectionUuid, after }, pollInterval: 15_000 });
  useEffect(() => { if (revision > 0) void refetch().catch(() => undefined); }, [revision, refetch]);
  if (!data) return error ? <Failure error={error} /> : null;
  const { section } = data;
  if (section === null) return after === null ? <p className="kw-screen__empty">{t('workshop.projector.no-text')}</p> : null;
  const { edges, pageInfo } = section.blocks;
  const blocks = edges.map(({ node }) => node).filter(({ text, kind }) => text !== '' && kind !== 'TABLE');
  return (
    <div lang={section.edition.language}>
      {after === null ? <h2><Original>{section.title}</Original></h2> : null}
      {blocks.map(({ blockId, kind, text }) => (kind === 'GOAL' || kind === 'MEASURE' || kind.startsWith('HEADING') ? <h3 key={blockId} dir="auto">{text}</h3> : <p key={blockId} dir="auto">{text}</p>))}
      {pageInfo.hasNextPage ? <TextPage sectionUuid={sectionUuid} revision={revision} after={pageInfo.endCursor} /> : null}
    </div>
  );
}

/** The whole text a table talks about, read again whenever it changes. */
export function TableText(props: PageProps) {
  return <section className="kw-screen__text"><TextPage {...props} after={null} /></section>;
}
