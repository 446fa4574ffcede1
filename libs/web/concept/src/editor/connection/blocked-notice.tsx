import { useApolloClient } from '@apollo/client/react';
import { SectionRightsDocument } from '@konzeptwerkstatt/web-data';
import { LinkButton, Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { Option } from '@konzeptwerkstatt/web-ui';
import { useEffect, useState } from 'react';
import type { DocumentSession } from './document-session.js';
import { KeepTextButtons } from './keep-text-buttons.js';

/** How often it is tried whether the server answers ordinary requests, in milliseconds. */
const tryEvery = 5_000;

/** Whether the server answers ordinary requests while no live connection comes about. */
function useAnswersPlainly(sectionUuid: string): boolean {
  const client = useApolloClient();
  const [answers, setAnswers] = useState(false);
  useEffect(() => {
    if (answers) return undefined;
    const ask = () => void client.query({ query: SectionRightsDocument, variables: { uuid: sectionUuid }, fetchPolicy: 'network-only' }).then(({ data }) => { if (data?.section) setAnswers(true); }, () => undefined);
    ask();
    const timer = setInterval(ask, tryEvery);
    return () => clearInterval(timer);
  }, [answers, client, sectionUuid]);
  return answers;
}

interface BlockedNoticeProps {
  readonly sectionUuid: string;
  readonly session: DocumentSession;
  readonly hasUnsentWork: boolean;
  /** Another notice lets one take along what is not saved. */
  readonly isKeepingOffered: boolean;
  readonly title: string;
  readonly names: readonly Option[];
  /** Address of the same section as a list of plain blocks. */
  readonly simpleHref: string;
}

/** Offers to go on without a live connection, where the network lets none through but the server is there. */
export function BlockedNotice({ sectionUuid, session, hasUnsentWork, isKeepingOffered, title, names, simpleHref }: BlockedNoticeProps) {
  const t = useText();
  if (!useAnswersPlainly(sectionUuid)) return null;
  return (
    <Notice tone="info" live title={t('concept.blocked.title')} actions={
      <>
        <LinkButton size="small" variant="primary" href={simpleHref}>{t('concept.blocked.go-on')}</LinkButton>
        {hasUnsentWork && !isKeepingOffered ? <KeepTextButtons doc={session.doc} title={title} names={names} /> : null}
      </>
    }>
      <p>{t('concept.blocked.text')} {hasUnsentWork ? t('concept.blocked.unsent') : null}</p>
    </Notice>
  );
}
