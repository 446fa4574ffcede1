import type { LinkFactsFragment } from '@konzeptwerkstatt/web-data';
import { CreateContributionLinkDocument, EndContributionLinkDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, ActionNotice, problemAt } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, ConfirmDialog, CopyField, EmptyState, Notice, Original, StatusTag, TextField, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';

interface Field {
  readonly id: string;
  readonly uuid: string;
  readonly title: string;
}

const formFields = ['title', 'sectionIds', 'endsOn'];

/** The new link, for the only time it can be seen. */
function NewLink({ path }: { path: string }) {
  const t = useText();
  return (
    <Notice tone="success" live title={t('participation.sharing.made')}>
      <p>{t('participation.sharing.made-text')}</p>
      <CopyField label={t('participation.sharing.link')} value={`${location.origin}${path}`} copyLabel={t('participation.sharing.copy')} copiedLabel={t('participation.sharing.copied')} />
    </Notice>
  );
}

/** Makes a link: for whom, what it opens, until when. */
export function NewLinkForm({ editionId, fields }: { editionId: string; fields: readonly Field[] }) {
  const t = useText();
  const action = useAction(CreateContributionLinkDocument, 'createContributionLink');
  const [title, setTitle] = useState('');
  const [chosen, setChosen] = useState<readonly string[]>(() => fields.map(({ id }) => id));
  const [endsOn, setEndsOn] = useState('');
  const [needsRelease, setNeedsRelease] = useState(true);
  const [isDayMissing, setIsDayMissing] = useState(false);
  const [path, setPath] = useState<string | null>(null);
  const problem = (field: string) => (field === 'endsOn' && isDayMissing && endsOn === '' ? t('participation.error.LINK_END_INVALID') : problemAt(action.problems, field, 'participation', t));
  const create = async () => {
    setIsDayMissing(endsOn === '');
    if (endsOn === '') return;
    const payload = await action.run({ editionId, title, sectionIds: fields.map(({ id }) => id).filter((id) => chosen.includes(id)), endsOn, needsRelease });
    if (!payload) return;
    setPath(payload.path ?? null);
    setTitle('');
  };
  const sectionsProblem = problem('sectionIds');
  return (
    <>
      {path === null ? null : <NewLink key={path} path={path} />}
      <ActionForm action={action} context="participation" fields={formFields} onSubmit={() => void create()}>
        <TextField label={t('participation.sharing.for')} hint={t('participation.sharing.for-hint')} value={title} onChange={setTitle} maxLength={120} isRequired error={problem('title')} />
        <fieldset className="kw-link-fields">
          <legend>{t('participation.sharing.fields')}</legend>
          {sectionsProblem ? <p className="kw-link-fields__problem" role="alert">{sectionsProblem}</p> : null}
          {fields.map(({ id, title: name }) => <Checkbox key={id} isSelected={chosen.includes(id)} onChange={(isChosen) => setChosen((all) => (isChosen ? [...all, id] : all.filter((other) => other !== id)))}><Original>{name}</Original></Checkbox>)}
        </fieldset>
        <TextField type="date" label={t('participation.sharing.ends-on')} hint={t('participation.sharing.ends-on-hint')} value={endsOn} onChange={setEndsOn} isRequired error={problem('endsOn')} />
        <Checkbox isSelected={needsRelease} onChange={setNeedsRelease}>{t('participation.sharing.needs-release')}</Checkbox>
        <p className="kw-muted">{t('participation.sharing.who-reads')}</p>
        <div className="kw-button-group"><Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t('participation.sharing.make')}</Button></div>
      </ActionForm>
    </>
  );
}

function LinkRow({ link, fieldCount }: { link: LinkFactsFragment; fieldCount: number }) {
  const t = useText();
  const { moment } = useTownTime();
  const action = useAction(EndContributionLinkDocument, 'endContributionLink');
  const [isAsking, setIsAsking] = useState(false);
  const end = async () => {
    await action.run({ linkId: link.id });
    setIsAsking(false);
  };
  const facts = [t('participation.sharing.field-count', { count: link.sectionUuids.length, all: fieldCount }), t('participation.sharing.came', { count: link.contributionCount }), link.isOver ? null : t('participation.sharing.until', { when: moment(link.expiresAt) })];
  return (
    <li>
      <div>
        <strong><Original>{link.title}</Original></strong> {link.isOver ? <StatusTag>{t('participation.sharing.over')}</StatusTag> : null}
        <p className="kw-muted">{facts.filter(Boolean).join(' · ')}</p>
        <ActionNotice action={action} context="participation" />
      </div>
      {link.isOver ? null : <Button size="small" onPress={() => setIsAsking(true)} aria-label={t('participation.sharing.end-named', { name: link.title })}>{t('participation.sharing.end')}</Button>}
      <ConfirmDialog isOpen={isAsking} onCancel={() => setIsAsking(false)} onConfirm={() => void end()} isDangerous isPending={action.isPending} title={t('participation.sharing.end-title')} confirmLabel={t('participation.sharing.end')}>{t('participation.sharing.end-text')}</ConfirmDialog>
    </li>
  );
}

/** Links there are, the newest first. */
export function LinkList({ links, fieldCount }: { links: readonly LinkFactsFragment[]; fieldCount: number }) {
  const t = useText();
  if (links.length === 0) return <EmptyState icon="comment" title={t('participation.sharing.no-links')}>{t('participation.sharing.no-links-text')}</EmptyState>;
  return <ul className="kw-rows">{links.map((link) => <LinkRow key={link.id} link={link} fieldCount={fieldCount} />)}</ul>;
}
