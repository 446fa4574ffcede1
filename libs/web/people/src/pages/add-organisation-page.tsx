import { AddOrganisationDocument, useAction } from '@konzeptwerkstatt/web-data';
import { Button, LinkButton, PageHeader, showToast, useText } from '@konzeptwerkstatt/web-ui';
import { useNavigate } from 'react-router';
import '../catalogue.js';
import { EntryForm } from '../organisation/entry-form.js';

const formId = 'organisation-anlegen';

/** A new organisation. */
export default function AddOrganisationPage() {
  const t = useText();
  const navigate = useNavigate();
  const action = useAction(AddOrganisationDocument, 'addOrganisation', ['OrganisationDirectory']);
  return (
    <div className="kw-narrow">
      <PageHeader title={t('people.entry.add-title')} breadcrumbs={[{ label: t('people.organisation.all'), href: '/organisationen' }, { label: t('people.entry.add-title') }]}>{t('people.entry.add-lead')}</PageHeader>
      <EntryForm id={formId} mayRename action={action} onSubmit={(details) => void action.run({ details }).then((payload) => {
        if (!payload?.organisation) return;
        showToast(t('people.entry.added', { name: payload.organisation.name }));
        void navigate(`/organisationen/${payload.organisation.uuid}`);
      })} />
      <div className="kw-button-group">
        <LinkButton href="/organisationen">{t('people.form.cancel')}</LinkButton>
        <Button variant="primary" type="submit" form={formId} isPending={action.isPending} pendingText={t('people.form.pending')}>{t('people.entry.add')}</Button>
      </div>
    </div>
  );
}
