import { Button, ConfirmDialog, Notice, Section, useText } from '@konzeptwerkstatt/web-ui';
import { useState } from 'react';
import { CopyWords } from '../../form/copy-words.js';
import { leftAnswers } from './kept-answers.js';
import type { LeftAnswer } from './kept-answers.js';

/** What somebody wrote and did not get sent before its link was over: to be taken along or thrown away. */
export function LeftAnswers({ token }: { token: string }) {
  const t = useText();
  const [left, setLeft] = useState<readonly LeftAnswer[]>(() => leftAnswers(token));
  const [asked, setAsked] = useState<LeftAnswer | null>(null);
  const discard = () => {
    asked?.discard();
    setLeft(left.filter((one) => one !== asked));
    setAsked(null);
  };
  if (left.length === 0) return null;
  return (
    <Section title={t('participation.kept.title')} description={t('participation.linked.left-text')}>
      {left.map((one, index) => (
        <Notice key={index} tone="warning" title={t('participation.linked.left')} actions={<><CopyWords words={one.text} size="small" /><Button size="small" icon="remove" onPress={() => setAsked(one)}>{t('participation.linked.discard')}</Button></>}>
          <p className="kw-words" lang={one.language} dir="auto">{one.text}</p>
        </Notice>
      ))}
      <ConfirmDialog isOpen={asked !== null} onCancel={() => setAsked(null)} onConfirm={discard} isDangerous title={t('participation.linked.discard-title')} confirmLabel={t('participation.linked.discard')}>{t('participation.linked.discard-text')}</ConfirmDialog>
    </Section>
  );
}
