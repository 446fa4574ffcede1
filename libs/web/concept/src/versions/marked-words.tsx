import { useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';

/** Heard, not seen: says what the line through or under the words says. Isolated, so that the direction of the text is that of its own first word. */
function Spoken({ children }: { children: string }) {
  return <bdi className="kw-visually-hidden">{children}</bdi>;
}

/** Words that are only in the later text. */
export function Added({ children }: { children: ReactNode }) {
  const t = useText();
  return <ins className="kw-added"><Spoken>{`${t('concept.version.added-start')} `}</Spoken>{children}<Spoken>{` ${t('concept.version.added-end')}`}</Spoken></ins>;
}

/** Words that are only in the earlier text. */
export function Removed({ children }: { children: ReactNode }) {
  const t = useText();
  return <del className="kw-removed"><Spoken>{`${t('concept.version.removed-start')} `}</Spoken>{children}<Spoken>{` ${t('concept.version.removed-end')}`}</Spoken></del>;
}
