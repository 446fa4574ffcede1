import type { MenuGroup } from '@konzeptwerkstatt/web-ui';
import { Button, changeLanguage, interfaceLanguages, Menu, setTheme, useLanguage, useText, useTheme } from '@konzeptwerkstatt/web-ui';

/** Chooses the language; each one is named in itself. */
export function LanguageMenu() {
  const t = useText();
  const { tag, name } = useLanguage();
  const entries = interfaceLanguages.map((language) => ({
    id: language.tag,
    label: language.name,
    lang: language.tag,
    isCurrent: language.tag === tag,
    onAction: () => void changeLanguage(language.tag),
  }));
  return (
    <Menu
      label={t('shell.language.label')}
      groups={[{ id: 'languages', entries }]}
      trigger={<Button variant="tertiary" size="small" icon="globe" aria-label={t('shell.language.button', { name })}>{name}</Button>}
    />
  );
}

/** Chooses light, dark, or what the device says. */
export function ThemeMenu({ hasText = false }: { hasText?: boolean }) {
  const t = useText();
  const current = useTheme();
  const entries = (['system', 'light', 'dark'] as const).map((choice) => ({
    id: choice,
    label: t(`shell.theme.${choice}`),
    isCurrent: choice === current,
    onAction: () => setTheme(choice),
  }));
  const groups: MenuGroup[] = [{ id: 'themes', entries }];
  return <Menu label={t('shell.theme.label')} groups={groups} trigger={<Button variant="tertiary" size="small" icon="contrast" iconOnly={!hasText}>{t('shell.theme.label')}</Button>} />;
}
