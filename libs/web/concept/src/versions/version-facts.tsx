import type { VersionEntryFragment } from '@konzeptwerkstatt/web-data';
import { Original, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { versionKeeper } from './version-name.js';

/** Who kept a version and when, and what for. */
export function VersionFacts({ version }: { version: VersionEntryFragment }) {
  const t = useText();
  const language = useLanguage();
  return (
    <div className="kw-version-facts">
      <p className="kw-muted">
        <bdi>{versionKeeper(t, version)}</bdi>{' · '}
        <time dateTime={version.keptAt} title={language.ago(version.keptAt)}>{language.instant(version.keptAt)}</time>
      </p>
      {version.reason ? <p className="kw-version-reason"><Original>{version.reason}</Original></p> : null}
    </div>
  );
}
