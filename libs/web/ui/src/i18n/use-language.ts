import { useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { compareText, formatAgo, formatCompactNumber, formatDay, formatInstant, formatList, formatMoney, formatNumber, formatQuantity } from './format.js';
import { i18n, textIn } from './i18n.js';
import type { Translate } from './i18n.js';
import { getLanguage } from './languages.js';
import type { PartialDateFacts } from './partial-date.js';
import { partialDateText } from './partial-date.js';

/** `t` of the current language; re-renders on a language change. Missing keys show in German. */
export function useText(): Translate {
  const { t } = useTranslation(undefined, { i18n });
  return t as unknown as Translate;
}

/** `t` of a context in a language that need not be the interface's; until that is loaded, the interface's. */
export function useTextIn(context: string, language: string): Translate {
  const t = useText();
  const [loaded, setLoaded] = useState<{ readonly language: string; readonly text: Translate } | null>(null);
  useEffect(() => {
    let isWanted = true;
    void textIn(context, language).then((text) => { if (isWanted) setLoaded({ language, text }); });
    return () => { isWanted = false; };
  }, [context, language]);
  return loaded?.language === language ? loaded.text : t;
}

/** The current interface language and the formatters bound to it. */
export function useLanguage() {
  const { i18n: instance, t } = useTranslation(undefined, { i18n });
  const tag = instance.language;
  return useMemo(() => {
    const language = getLanguage(tag);
    return {
      ...language,
      partialDate: (facts: PartialDateFacts) => partialDateText(facts, t as unknown as Translate, tag),
      day: (value: Date | string, style?: 'long' | 'medium' | 'short') => formatDay(value, tag, style),
      instant: (value: Date | string) => formatInstant(value, tag),
      ago: (value: Date | string) => formatAgo(value, tag),
      number: (value: number | string, decimals?: number) => formatNumber(value, tag, decimals),
      compactNumber: (value: number | string) => formatCompactNumber(value, tag),
      quantity: (value: string, unit: { key: string; label: string }, decimals: number) => formatQuantity(value, unit, decimals, tag),
      money: (amount: string | number, currency: string) => formatMoney(amount, currency, tag),
      list: (texts: readonly string[]) => formatList(texts, tag),
      compare: (a: string, b: string) => compareText(a, b, tag),
    };
  }, [t, tag]);
}
