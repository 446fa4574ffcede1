import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { UnbundleContributionDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, firstWords, Notice, Original, showToast, TextLink, useText } from '@konzeptwerkstatt/web-ui';
import { contributionPath } from '../places.js';

/** Says with what a contribution is answered together, and takes it out of there. */
export function BundleNotice({ contribution: { id: contributionId, state, treatment } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const action = useAction(UnbundleContributionDocument, 'unbundleContribution', ['EditionContributions']);
  const takeOut = async () => {
    if (await action.run({ contributionId })) showToast(t('participation.bundle.taken-out'));
  };
  const others = treatment?.bundledWith ?? [];
  return (
    <Notice title={t('participation.answer.bundle')} actions={state === 'SUBMITTED' ? <Button size="small" onPress={() => void takeOut()} isPending={action.isPending}>{t('participation.bundle.take-out')}</Button> : undefined}>
      <ActionNotice action={action} context="participation" />
      {treatment?.bundleTitle ? <p>{t('participation.bundle.named', { title: treatment.bundleTitle })}</p> : null}
      <p>{t('participation.answer.bundle-text')}</p>
      {others.length > 0 ? (
        <>
          <p>{t('participation.bundle.others')}</p>
          <ul>{others.map(({ id, uuid, language, title, text, quote, kind }) => <li key={id}><TextLink href={contributionPath(uuid)}><Original lang={language}>{firstWords(title ?? (text || quote || t(`participation.kind.${kind}`)), 160)}</Original></TextLink></li>)}</ul>
        </>
      ) : null}
    </Notice>
  );
}
