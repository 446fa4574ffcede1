import type { OrganisationEntryFragment } from '@konzeptwerkstatt/web-data';
import { ChangeOrganisationDocument, useAction } from '@konzeptwerkstatt/web-data';
import { Button, Dialog, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { EntryForm } from './entry-form.js';

const formId = 'organisation-bearbeiten';

/** Changes the entry of an organisation. */
export function EditEntry({ entry, mayRename, onClose }: { entry: OrganisationEntryFragment; mayRename: boolean; onClose: () => void }) {
  const t = useText();
  const action = useAction(ChangeOrganisationDocument, 'changeOrganisation');
  const footer = (
    <>
      <Button onPress={onClose}>{t('people.form.cancel')}</Button>
      <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('people.form.pending')}>{t('people.form.save')}</Button>
    </>
  );
  return (
    <Dialog title={t('people.entry.edit-title')} isOpen onClose={onClose} footer={footer}>
      <EntryForm id={formId} entry={entry} mayRename={mayRename} action={action} onSubmit={(details) => void action.run({ organisationId: entry.id, revision: entry.reach?.revision ?? 0, details }).then((payload) => {
        if (!payload) return;
        showToast(t('people.entry.saved'));
        onClose();
      })} />
    </Dialog>
  );
}
