import { useQuery } from '@apollo/client/react';
import type { GatheringFactsFragment } from '@konzeptwerkstatt/web-data';
import { DeskPeopleDocument, GatheringPageDocument } from '@konzeptwerkstatt/web-data';
import { NotFoundPage, RequestFailureNotice } from '@konzeptwerkstatt/web-shell';
import { Button, Checkbox, Loading, Original, PageHeader, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { useParams } from 'react-router';
import '../catalogue.js';
import { QrCode } from '../print/qr-code.js';
import '../workshop.css';

/** How guests come in, in the languages most of them read; the poster hangs where nobody has chosen one yet. */
const steps: readonly { readonly lang: string; readonly dir: 'ltr' | 'rtl'; readonly head: string; readonly lines: readonly string[] }[] = [
  { lang: 'de', dir: 'ltr', head: 'Schreiben Sie mit', lines: ['Bild mit dem Handy scannen, oder Adresse und Code eintippen.', 'Kein Konto, keine E-Mail-Adresse. Sie bekommen einen erfundenen Namen.'] },
  { lang: 'en', dir: 'ltr', head: 'Write with us', lines: ['Scan the picture with your phone, or type the address and the code.', 'No account, no email address. You get an invented name.'] },
  { lang: 'ar', dir: 'rtl', head: 'اكتبوا معنا', lines: ['امسحوا الصورة بالهاتف، أو اكتبوا العنوان والرمز.', 'بلا حساب وبلا بريد إلكتروني. ستحصلون على اسم مستعار.'] },
];

function Door({ code, label }: { code: string; label: string }) {
  return (
    <div className="kw-sheet__door">
      <QrCode text={`${location.origin}/w/${code}`} label={label} />
      <p dir="ltr"><span>{location.host}/w</span><br /><strong className="kw-code">{code}</strong></p>
    </div>
  );
}

function Poster({ gathering, code }: { gathering: GatheringFactsFragment; code: string }) {
  const t = useText();
  const { span } = useTownTime();
  return (
    <section className="kw-sheet" aria-label={t('workshop.print.poster')}>
      <h2 className="kw-sheet__title"><Original>{gathering.title}</Original></h2>
      <p>{span(gathering.startsAt, gathering.endsAt)}{gathering.place ? <> · <Original>{gathering.place}</Original></> : null}</p>
      <Door code={code} label={t('workshop.print.qr')} />
      {steps.map(({ lang, dir, head, lines }) => <div key={lang} lang={lang} dir={dir} className="kw-sheet__steps"><h3>{head}</h3>{lines.map((line) => <p key={line}>{line}</p>)}</div>)}
    </section>
  );
}

function TableSheets({ gathering, code }: { gathering: GatheringFactsFragment; code: string | null }) {
  const t = useText();
  return gathering.tables.map(({ uuid, number, title, question, section }) => (
    <section key={uuid} className="kw-sheet" aria-label={t('workshop.print.sheet', { number })}>
      <p className="kw-sheet__number">{t('workshop.tables.number', { number })}</p>
      <h2 className="kw-sheet__title"><Original>{title}</Original></h2>
      {section && section.title !== title ? <p><Original>{section.title}</Original></p> : null}
      {question ? <p className="kw-sheet__question"><Original>{question}</Original></p> : null}
      {code === null ? null : <Door code={code} label={t('workshop.print.qr')} />}
      <p className="kw-muted">{t('workshop.print.notes')}</p>
      <div className="kw-sheet__lines" aria-hidden="true" />
    </section>
  ));
}

function AttendanceList({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const { span } = useTownTime();
  const blank = Math.max(5, 20 - gathering.attendances.length);
  return (
    <section className="kw-sheet" aria-label={t('workshop.print.attendance')}>
      <h2 className="kw-sheet__title">{t('workshop.print.attendance')}</h2>
      <p><Original>{gathering.title}</Original> · {span(gathering.startsAt, gathering.endsAt)}</p>
      <p className="kw-muted">{t('workshop.print.attendance-note')}</p>
      <table className="kw-sheet__table">
        <thead><tr><th scope="col">{t('workshop.attendance.organisation')}</th><th scope="col">{t('workshop.print.people')}</th><th scope="col">{t('workshop.print.there')}</th></tr></thead>
        <tbody>
          {gathering.attendances.map(({ organisation, people }) => <tr key={organisation?.id ?? ''}><td><Original>{organisation?.name ?? ''}</Original></td><td>{people ?? ''}</td><td /></tr>)}
          {Array.from({ length: blank }, (_, index) => <tr key={index}><td>&nbsp;</td><td /><td /></tr>)}
        </tbody>
      </table>
    </section>
  );
}

function Sheets({ gathering }: { gathering: GatheringFactsFragment }) {
  const t = useText();
  const [wanted, setWanted] = useState({ poster: true, tables: true, attendance: true });
  const code = useQuery(DeskPeopleDocument, { variables: { uuid: gathering.uuid }, pollInterval: 5_000 }).data?.gathering?.guestCode ?? null;
  return (
    <>
      <div className="kw-no-print">
        <PageHeader title={t('workshop.print.title')} preline={gathering.title} breadcrumbs={[{ label: gathering.title, href: `/treffen/${gathering.uuid}` }, { label: t('workshop.print.title') }]} actions={<Button variant="primary" icon="document" onPress={() => globalThis.print()}>{t('workshop.print.button')}</Button>}>{t('workshop.print.lead')}</PageHeader>
        <fieldset className="kw-cluster kw-plain-fieldset">
          <legend className="kw-visually-hidden">{t('workshop.print.what')}</legend>
          {gathering.welcomesGuests ? <Checkbox isSelected={wanted.poster} onChange={(poster) => setWanted({ ...wanted, poster })}>{t('workshop.print.poster')}</Checkbox> : null}
          <Checkbox isSelected={wanted.tables} onChange={(tables) => setWanted({ ...wanted, tables })}>{t('workshop.print.sheets')}</Checkbox>
          <Checkbox isSelected={wanted.attendance} onChange={(attendance) => setWanted({ ...wanted, attendance })}>{t('workshop.print.attendance')}</Checkbox>
        </fieldset>
      </div>
      <div className="kw-sheets">
        {wanted.poster && code !== null ? <Poster gathering={gathering} code={code} /> : null}
        {wanted.tables ? <TableSheets gathering={gathering} code={code} /> : null}
        {wanted.attendance ? <AttendanceList gathering={gathering} /> : null}
      </div>
    </>
  );
}

/** What is printed before a gathering: the poster at the door, a sheet for each table, the list of who comes. */
export default function PrintPage() {
  const { gatheringId = '' } = useParams();
  const { data, error, refetch } = useQuery(GatheringPageDocument, { variables: { uuid: gatheringId } });
  if (data?.gathering?.mayModerate) return <Sheets gathering={data.gathering} />;
  if (error) return <RequestFailureNotice error={error} onRetry={() => void refetch()} />;
  return data ? <NotFoundPage /> : <Loading lines={8} />;
}
