import type { EditionAdoptionQuery } from '@konzeptwerkstatt/web-data';
import { PublishEditionDocument, useAction, WithdrawEditionDocument } from '@konzeptwerkstatt/web-data';
import { ActionNotice } from '@konzeptwerkstatt/web-shell';
import { Button, ConfirmDialog, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

type Edition = NonNullable<EditionAdoptionQuery['edition']>;

/** Lets everybody read an adopted edition, or takes that back. */
export function PublicationSection({ edition }: { edition: Edition }) {
  const t = useText();
  const [isAsking, setIsAsking] = useState(false);
  const publishing = useAction(PublishEditionDocument, 'publishEdition', ['EditionAdoption']);
  const withdrawing = useAction(WithdrawEditionDocument, 'withdrawEdition', ['EditionAdoption']);
  const { publication, mayAdopt } = edition;
  const isOpen = publication !== null && publication.withdrawnAt === null;
  if (!isOpen && !mayAdopt) return null;
  const address = publication === null ? '' : `${location.origin}${publication.path}`;
  const withdraw = async () => {
    await withdrawing.run({ editionId: edition.id });
    setIsAsking(false);
  };
  const toggle = isOpen
    ? <Button onPress={() => setIsAsking(true)}>{t('concept.publication.withdraw')}</Button>
    : <Button variant="primary" isPending={publishing.isPending} pendingText={t('concept.save.saving')} onPress={() => void publishing.run({ editionId: edition.id })}>{t('concept.publication.publish')}</Button>;
  return (
    <Section title={t('concept.publication.title')} actions={mayAdopt ? toggle : null}>
      <ActionNotice action={publishing} context="concept" />
      {isOpen
        ? <><p>{t('concept.publication.open')}</p><p><a className="kern-link kw-hash" href={publication.path}>{address}</a></p></>
        : <p>{t(publication === null ? 'concept.publication.closed' : 'concept.publication.withdrawn')}</p>}
      <ConfirmDialog isOpen={isAsking} isPending={withdrawing.isPending} title={t('concept.publication.withdraw-title')} confirmLabel={t('concept.publication.withdraw')} onCancel={() => setIsAsking(false)} onConfirm={() => void withdraw()}>
        <ActionNotice action={withdrawing} context="concept" />
        <p>{t('concept.publication.withdraw-effect')}</p>
      </ConfirmDialog>
    </Section>
  );
}
