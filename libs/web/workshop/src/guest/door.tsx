import { useQuery } from '@apollo/client/react';
import type { GuestDoorQuery } from '@konzeptwerkstatt/web-data';
import { GuestDoorDocument, GuestHomeDocument, JoinGatheringDocument, ReturnToGatheringDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, problemText, RequestFailureNotice, useShellSession } from '@konzeptwerkstatt/web-shell';
import { Button, Loading, Notice, Original, PageHeader, StatusTag, TextField, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useNavigate } from 'react-router';

type Gathering = NonNullable<GuestDoorQuery['guestDoor']['gathering']>;

/** Asks for the code that stands on the poster. */
export function CodeForm({ error = null }: { error?: string | null }) {
  const t = useText();
  const navigate = useNavigate();
  const [code, setCode] = useState('');
  const go = () => { const typed = code.trim(); if (typed !== '') void navigate(`/w/${encodeURIComponent(typed.slice(0, 40))}`); };
  return (
    <form className="kw-form kw-guest-door" onSubmit={(event) => { event.preventDefault(); go(); }}>
      <TextField label={t('workshop.door.code')} hint={t('workshop.door.code-hint')} value={code} onChange={setCode} dir="ltr" autoComplete="off" error={error} isRequired />
      <Button variant="primary" type="submit" block>{t('workshop.door.go')}</Button>
    </form>
  );
}

function JoinForm({ code, onJoined }: { code: string; onJoined: (joined: { pseudonym: string; phrase: string }) => void }) {
  const t = useText();
  const { tag } = useLanguage();
  const action = useAction(JoinGatheringDocument, 'joinGathering');
  const [organisation, setOrganisation] = useState('');
  const join = async () => {
    const payload = await action.run({ code, language: tag, organisation: organisation.trim() === '' ? null : organisation });
    if (payload?.guest) onJoined({ pseudonym: payload.guest.pseudonym, phrase: payload.recoveryPhrase ?? '' });
  };
  return (
    <ActionForm action={action} context="workshop" fields={['organisation']} onSubmit={() => void join()}>
      <ul className="kw-bullets">{(['no-account', 'pseudonym', 'kept', 'time'] as const).map((key) => <li key={key}>{t(`workshop.door.${key}`)}</li>)}</ul>
      <TextField label={t('workshop.door.organisation')} hint={t('workshop.door.organisation-hint')} optional value={organisation} onChange={setOrganisation} error={problemAt(action.problems, 'organisation', 'workshop', t)} />
      <Button variant="primary" type="submit" block isPending={action.isPending} pendingText={t('workshop.form.pending')}>{t('workshop.door.join')}</Button>
    </ActionForm>
  );
}

function ReturnForm({ code, onReturned }: { code: string; onReturned: () => void }) {
  const t = useText();
  const action = useAction(ReturnToGatheringDocument, 'returnToGathering');
  const [phrase, setPhrase] = useState('');
  const come = async () => { if (await action.run({ code, phrase })) onReturned(); };
  return (
    <details className="kw-guest-more">
      <summary>{t('workshop.door.return')}</summary>
      <ActionForm action={action} context="workshop" fields={['phrase']} onSubmit={() => void come()}>
        <TextField label={t('workshop.door.phrase')} hint={t('workshop.door.phrase-hint')} value={phrase} onChange={setPhrase} autoComplete="off" lang="de" dir="ltr" error={problemAt(action.problems, 'phrase', 'workshop', t)} />
        <Button type="submit" isPending={action.isPending}>{t('workshop.door.come-back')}</Button>
      </ActionForm>
    </details>
  );
}

/** Shown once: the name she is known by, and the words that lead back. */
function Joined({ pseudonym, phrase, onGo }: { pseudonym: string; phrase: string; onGo: () => void }) {
  const t = useText();
  return (
    <>
      <PageHeader title={t('workshop.joined.title', { name: pseudonym })}>{t('workshop.joined.lead')}</PageHeader>
      <Notice tone="warning" title={t('workshop.joined.phrase')}>
        <p className="kw-phrase" lang="de" dir="ltr">{phrase}</p>
        <p>{t('workshop.joined.phrase-why')}</p>
      </Notice>
      <div className="kw-guest-door"><Button variant="primary" block onPress={onGo}>{t('workshop.joined.go')}</Button></div>
    </>
  );
}

/** For whoever came in on this device before and opens the poster's picture again: another name would part her from her cards. */
function Inside({ name, onIn }: { name: string; onIn: () => void }) {
  const t = useText();
  return <Notice title={t('workshop.door.inside', { name })} actions={<Button variant="primary" onPress={onIn}>{t('workshop.door.come-back')}</Button>}>{t('workshop.door.inside-text')}</Notice>;
}

function OpenDoor({ code, gathering, onIn }: { code: string; gathering: Gathering; onIn: () => void }) {
  const t = useText();
  const { span } = useTownTime();
  const session = useShellSession();
  const home = useQuery(GuestHomeDocument, { fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  const [joined, setJoined] = useState<{ pseudonym: string; phrase: string } | null>(null);
  if (joined) return <Joined {...joined} onGo={onIn} />;
  if (!home.data && !home.error) return <Loading lines={5} />;
  const { state } = gathering;
  const self = home.data?.guest?.gathering?.uuid === gathering.uuid ? home.data.guest : null;
  return (
    <>
      <PageHeader title={gathering.title} preline={gathering.municipalityName} status={gathering.isExample ? <StatusTag>{t('workshop.gathering.example')}</StatusTag> : undefined}>
        {span(gathering.startsAt, gathering.endsAt)}{gathering.place ? <> · <Original>{gathering.place}</Original></> : null}
      </PageHeader>
      {gathering.interpretation ? <p><Original>{gathering.interpretation}</Original></p> : null}
      {self ? <Inside name={self.pseudonym} onIn={onIn} /> : null}
      {self === null && state === 'PLANNED' ? <Notice title={t('workshop.door.early')}>{t('workshop.door.early-text')}</Notice> : null}
      {self === null && state === 'OVER' ? <Notice title={t('workshop.door.over')}>{t('workshop.door.over-text')}</Notice> : null}
      {self === null && state === 'RUNNING' && session.status === 'signed-in' ? <Notice title={t('workshop.door.signed-in')}>{t('workshop.door.signed-in-text')}</Notice> : null}
      {self === null && state === 'RUNNING' && session.status !== 'signed-in' ? <div className="kw-guest-door kw-form"><JoinForm code={code} onJoined={setJoined} /><ReturnForm code={code} onReturned={onIn} /></div> : null}
    </>
  );
}

/** The door of a gathering, behind the code of the poster. */
export function Door({ code, onIn }: { code: string; onIn: () => void }) {
  const t = useText();
  const { data, error, refetch } = useQuery(GuestDoorDocument, { variables: { code }, fetchPolicy: 'network-only', nextFetchPolicy: 'cache-first' });
  if (!data) return error ? <><PageHeader title={t('workshop.door.title')} /><RequestFailureNotice error={error} onRetry={() => void refetch()} /><CodeForm /></> : <Loading lines={5} />;
  const { gathering, errors } = data.guestDoor;
  if (gathering) return <OpenDoor code={code} gathering={gathering} onIn={onIn} />;
  const [problem] = errors;
  return <><PageHeader title={t('workshop.door.title')} /><CodeForm error={problem ? problemText(problem, 'workshop', t) : t('workshop.error.GUEST_CODE_UNKNOWN')} /></>;
}
