import { LinkButton, Notice, Section, useText } from '@konzeptwerkstatt/web-ui';

/** Says that something belongs to the whole account, and how one gets to it. */
export function PasswordNeededNotice() {
  const t = useText();
  return <Notice title={t('identity.password-needed.title')} actions={<LinkButton size="small" href="/passwort-vergessen">{t('identity.forgotten.link')}</LinkButton>}>{t('identity.password-needed.text')}</Notice>;
}

/** In place of access for programs, in a session that a provider opened. */
export function PasswordNeeded({ title }: { title: 'identity.tokens.title' }) {
  const t = useText();
  return <Section title={t(title)}><PasswordNeededNotice /></Section>;
}
