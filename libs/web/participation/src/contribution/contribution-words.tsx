import type { ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { DescriptionList, Notice, TextLink, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { languageName } from '../form/text-languages.js';
import { useAbout, useAuthor } from '../list/contribution-list.js';
import { MentioningText } from '../mention/mentioning-text.js';
import { contributionPath, textPath } from '../places.js';

/** Words somebody wrote or quoted, as they are: text, never markup. */
function Words({ caption, lang, children }: { caption: string; lang: string; children: string }) {
  return (
    <figure className="kw-quote">
      <figcaption className="kw-muted">{caption}</figcaption>
      <blockquote lang={lang} dir="auto">{children}</blockquote>
    </figure>
  );
}

/** Says when what a contribution is about is not there as it was. */
function AnchorNotice({ contribution: { anchor, outcomes } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  // Words that were changed because of it are no surprise.
  if (anchor === null || anchor.state === 'IN_PLACE' || (anchor.state === 'CHANGED' && outcomes.some(({ kind }) => kind === 'passage'))) return null;
  return <Notice title={t(`participation.anchor.${anchor.state}`)}>{t(`participation.anchor-text.${anchor.state}`)}</Notice>;
}

/** Files that were sent along. */
function Attachments({ attachments }: Pick<ContributionFullFragment, 'attachments'>) {
  const t = useText();
  const { number } = useLanguage();
  if (attachments.length === 0) return null;
  return (
    <section aria-label={t('participation.attachment.title')}>
      <h2 className="kern-heading-small">{t('participation.attachment.title')}</h2>
      <ul className="kw-attachments__list">
        {attachments.map(({ uuid, name, byteSize }) => <li key={uuid}><a className="kern-link" href={`/files/${uuid}`} download={name}><bdi>{name}</bdi></a> <span className="kw-muted">{t('participation.attachment.size', { size: number(Math.max(0.1, byteSize / 1_000_000), 1) })}</span></li>)}
      </ul>
    </section>
  );
}

/** What was said, about what, by whom. */
export function ContributionWords({ contribution }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const [author, about] = [useAuthor(), useAbout()];
  const { section, anchor, part, language, way, receivedOn, sender, quote, replacement, title, text } = contribution;
  const place: ReactNode = section ? <TextLink href={textPath(section.edition.uuid, section.uuid, anchor?.blockId ?? null)}>{about(contribution)}</TextLink> : about(contribution);
  const stated = sender && way === 'LINK' ? t('participation.author.stated', { name: sender }) : sender;
  const from = stated ? t('participation.author.both', { name: stated, organisation: author(contribution) }) : author(contribution);
  return (
    <div className="kw-stack">
      <DescriptionList items={[
        { term: t('participation.facts.about'), value: <bdi>{place}</bdi> },
        ...(part ? [{ term: t('participation.part.title'), value: <>{t('participation.part.of', part)} · <TextLink href={contributionPath(part.wholeUuid)}>{t('participation.part.whole')}</TextLink></> }] : []),
        { term: t('participation.facts.from'), value: <bdi>{from}</bdi> },
        { term: t('participation.facts.when'), value: day(receivedOn ?? contribution.submittedAt ?? contribution.createdAt) },
        ...(way === 'ONLINE' ? [] : [{ term: t('participation.facts.way'), value: t(`participation.way.${way}`) }]),
        { term: t('participation.facts.language'), value: <bdi lang={language}>{languageName(language)}</bdi> },
      ]} />
      <AnchorNotice contribution={contribution} />
      {quote !== null ? <Words caption={t('participation.form.passage')} lang="de">{quote}</Words> : null}
      {title !== null ? <h2 className="kern-heading-medium" lang={language}><bdi>{title}</bdi></h2> : null}
      {text !== '' ? <MentioningText text={text} mentions={contribution.mentions} lang={language} /> : null}
      {replacement !== null ? <Words caption={t('participation.form.replacement')} lang="de">{replacement === '' ? t('participation.form.nothing') : replacement}</Words> : null}
      <Attachments attachments={contribution.attachments} />
    </div>
  );
}
