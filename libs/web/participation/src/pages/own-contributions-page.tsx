import { useQuery } from '@apollo/client/react';
import type { WhoseContributions } from '@konzeptwerkstatt/web-data';
import { OwnContributionsDocument } from '@konzeptwerkstatt/web-data';
import { RequestFailureNotice, useActingOrganisation } from '@konzeptwerkstatt/web-shell';
import { Button, EmptyState, Loading, PageHeader, Section, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import '../catalogue.js';
import { ContributionSettings } from '../list/contribution-settings.js';
import { ContributionList } from '../list/contribution-list.js';
import '../participation.css';

/** Some contributions with a heading of their own; nothing at all where `empty` is not given. */
function Group({ whose, title, empty }: { whose: WhoseContributions; title: string; empty: ReactNode }) {
  const t = useText();
  const { data, error, refetch, fetchMore } = useQuery(OwnContributionsDocument, { variables: { whose }, fetchPolicy: 'cache-and-network' });
  if (!data) return error ? <RequestFailureNotice error={error} onRetry={() => void refetch()} /> : <Loading lines={3} />;
  // What waits for her word stands with its buttons where it waits, and nowhere else.
  const list = data.contributions.edges.map(({ node }) => (whose !== 'TO_ACCEPT' && node.proposal?.mayReact && !node.proposal.reaction ? { ...node, proposal: null } : node));
  const { pageInfo } = data.contributions;
  if (list.length === 0 && empty === null) return null;
  return (
    <Section title={title}>
      {list.length > 0 ? <ContributionList contributions={list} label={title} /> : empty}
      {pageInfo.hasNextPage ? <Button onPress={() => void fetchMore({ variables: { after: pageInfo.endCursor } })}>{t('participation.list.more')}</Button> : null}
    </Section>
  );
}

/** "Was wurde daraus?": one's own contributions and those of one's organisation, and how far they are. */
export default function OwnContributionsPage() {
  const t = useText();
  const organisation = useActingOrganisation();
  return (
    <>
      <PageHeader title={t('participation.own.title')}>{t('participation.own.lead')}</PageHeader>
      <Group whose="TO_RELEASE" title={t('participation.own.to-release')} empty={null} />
      <Group whose="TO_ADVISE" title={t('participation.own.to-advise')} empty={null} />
      <Group whose="TO_ACCEPT" title={t('participation.own.to-accept')} empty={null} />
      <Group whose="OWN" title={t('participation.own.mine')} empty={<EmptyState icon="comment" title={t('participation.own.empty')}>{t('participation.own.empty-text')}</EmptyState>} />
      {organisation ? <Group whose="ORGANISATION" title={t('participation.own.organisation', { organisation: organisation.name })} empty={<p className="kw-muted">{t('participation.own.organisation-empty')}</p>} /> : null}
      <ContributionSettings />
    </>
  );
}
