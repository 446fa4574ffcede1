import { useText } from '../i18n/use-language.js';
import { StatusTag } from './badge.js';
import type { StatusTagProps } from './badge.js';
import type { IconName } from './icon.js';

const looks = {
  REACHED: ['success', 'success'], ON_PATH: ['success', 'check'], WITHIN: ['success', 'check'], IMPROVING: ['success', 'check'], STEADY: ['neutral', 'arrow-end'],
  BEHIND: ['warning', 'alert'], AWAY: ['warning', 'alert'], BELOW: ['warning', 'alert'], ABOVE: ['warning', 'alert'], WORSENING: ['warning', 'alert'],
} as const satisfies Record<string, readonly [StatusTagProps['tone'], IconName]>;

/** How the latest value of an indicator stands, as the API judges it. */
export type JudgementName = keyof typeof looks;

/** How the latest value of an indicator stands, in words, with an icon. It says whether it goes as it should, not whether figures rise or fall. */
export function Judgement({ judgement }: { judgement: JudgementName }) {
  const t = useText();
  const [tone, icon] = looks[judgement];
  return <StatusTag tone={tone} icon={icon}>{t(`ui.judgement.${judgement}`)}</StatusTag>;
}
