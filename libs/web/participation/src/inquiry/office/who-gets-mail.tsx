import { Original, useText } from '@konzeptwerkstatt/web-ui';

interface Addressees {
  readonly organisations: readonly { readonly id: string; readonly name: string }[];
  readonly chosen: readonly string[];
  /** Ids of those that can be asked by mail. */
  readonly byMail: readonly string[];
}

/** Says before an inquiry begins who gets a mail, and who has no address for one. */
export function WhoGetsMail({ organisations, chosen, byMail }: Addressees) {
  const t = useText();
  const others = organisations.filter(({ id }) => chosen.includes(id) && !byMail.includes(id));
  return (
    <>
      <p>{t('participation.inquiry.start-text', { count: chosen.length - others.length })}</p>
      {others.length === 0 ? null : (
        <>
          <p>{t('participation.inquiry.start-without-mail', { count: others.length })}</p>
          <ul>{others.map(({ id, name }) => <li key={id}><Original>{name}</Original></li>)}</ul>
        </>
      )}
    </>
  );
}
