import { ShellSessionProvider } from '@konzeptwerkstatt/web-shell';
import type { ShellSession } from '@konzeptwerkstatt/web-shell';
import { LanguageProvider } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';

const anonymous: ShellSession = { status: 'anonymous' };

/** What surrounds every page, from the outside in: language, data, session. */
export function Providers({ children }: { children: ReactNode }) {
  return (
    <LanguageProvider>
      <ShellSessionProvider session={anonymous}>{children}</ShellSessionProvider>
    </LanguageProvider>
  );
}
