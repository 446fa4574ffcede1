import { useLazyQuery } from '@apollo/client/react';
import type { AdviceFactsFragment, ContributionFullFragment } from '@konzeptwerkstatt/web-data';
import { ContributionPageDocument, GiveAdviceDocument, useAction } from '@konzeptwerkstatt/web-data';
import { ActionForm, problemAt, useKeptWords } from '@konzeptwerkstatt/web-shell';
import { Button, Notice, Section, Select, showToast, TextArea, useLanguage, useText } from '@konzeptwerkstatt/web-ui';
import { textLanguages } from '../form/text-languages.js';
import { AdviceWords } from './advice-panel.js';

/** Gives the advice, or changes it. What is typed stays on this device until it has arrived; who is second sees what a colleague has said. */
function GiveForm({ advice, uuid }: { advice: AdviceFactsFragment; uuid: string }) {
  const t = useText();
  const { tag } = useLanguage();
  const action = useAction(GiveAdviceDocument, 'giveAdvice', ['MyWork', 'OwnContributions']);
  const [look] = useLazyQuery(ContributionPageDocument, { fetchPolicy: 'network-only' });
  const given = advice.advice ?? '';
  const { words, change, settle } = useKeptWords(`rat/${advice.id}`, { text: given, language: advice.adviceLanguage ?? tag }, ({ text }) => text !== given);
  const isStale = action.problems.some(({ code }) => code === 'STALE_VALUE');
  const give = async () => {
    const payload = await action.run({ adviceId: advice.id, advice: words.text, language: words.language, expectedRevision: advice.revision });
    if (payload === null) {
      await look({ variables: { uuid } });
      return;
    }
    settle(words);
    showToast(t('participation.advice.give-done'));
  };
  const problem = (field: string) => problemAt(action.problems, field, 'participation', t);
  return (
    <ActionForm action={isStale ? { problems: [], failure: null } : action} context="participation" fields={['advice', 'language']} onSubmit={() => void give()}>
      {isStale ? <Notice tone="warning" live title={t('participation.advice.stale')} /> : null}
      <TextArea label={t('participation.advice.own')} hint={t('participation.advice.own-hint')} rows={5} isRequired value={words.text} onChange={(text) => change({ text })} lang={words.language} dir="auto" error={problem('advice')} />
      <Select label={t('participation.form.language')} options={textLanguages} value={words.language} onChange={(language) => language && change({ language })} error={problem('language')} />
      <div className="kw-button-group"><Button variant="primary" type="submit" isPending={action.isPending} pendingText={t('participation.form.sending')}>{t(advice.givenAt === null ? 'participation.advice.give' : 'participation.advice.change')}</Button></div>
    </ActionForm>
  );
}

/** For the people of an organisation whose advice is asked for. */
export function WantedAdvice({ contribution: { uuid, advices } }: { contribution: ContributionFullFragment }) {
  const t = useText();
  const own = advices.filter(({ mayGive }) => mayGive);
  if (own.length === 0) return null;
  return (
    <Section title={t('participation.advice.wanted')}>
      {own.map((advice) => (
        <div key={advice.id} className="kw-stack">
          <p>{advice.askedBy ? t('participation.advice.wanted-by', { organisation: advice.askedBy.name }) : t('participation.advice.wanted-plain')}</p>
          <AdviceWords advice={advice} />
          <GiveForm advice={advice} uuid={uuid} />
        </div>
      ))}
    </Section>
  );
}
