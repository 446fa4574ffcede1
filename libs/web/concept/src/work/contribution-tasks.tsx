import type { ContributionTaskFragment, MyWorkQuery } from '@konzeptwerkstatt/web-data';
import { firstWords, Original, Section, useLanguage, useText, useTownTime } from '@konzeptwerkstatt/web-ui';
import { Link } from 'react-router';

type Tasks = NonNullable<MyWorkQuery['viewer']>['work']['contributionsToAnswer'];

const shownLength = 120;

function TaskLine({ task }: { task: ContributionTaskFragment }) {
  const t = useText();
  const { day } = useLanguage();
  const { moment } = useTownTime();
  const words = task.title ?? task.text;
  const answerBy = task.treatment?.answerBy ?? null;
  const adviseBy = task.advices.find(({ mayGive, givenAt }) => mayGive && givenAt === null)?.dueOn ?? null;
  return (
    <li className="kw-work-line">
      <div>
        <p><Link className="kern-link" to={`/rueckmeldungen/${task.uuid}`}><Original lang={task.language}>{words === '' ? t('concept.work.contribution') : firstWords(words, shownLength)}</Original></Link></p>
        {task.section ? <p className="kw-muted"><bdi>{task.section.title}</bdi></p> : null}
      </div>
      {task.proposal ? <p>{t('concept.work.react-by', { moment: moment(task.proposal.until) })}</p> : null}
      {adviseBy ? <p>{t('concept.work.advise-by', { day: day(adviseBy) })}</p> : null}
      {answerBy ? <p>{t('concept.work.answer-by', { day: day(answerBy) })}</p> : null}
    </li>
  );
}

/** Contributions that wait for somebody; nothing when none does. */
export function ContributionTasks({ tasks, title, description }: { tasks: Tasks; title: string; description: string }) {
  const t = useText();
  const lines = tasks.edges.map(({ node }) => node);
  if (lines.length === 0) return null;
  const more = (tasks.totalCount ?? 0) - lines.length;
  return (
    <Section title={title} description={description}>
      <ul className="kw-work-lines">{lines.map((task) => <TaskLine key={task.id} task={task} />)}</ul>
      {more > 0 ? <p className="kw-muted">{t('concept.work.more', { count: more })}</p> : null}
    </Section>
  );
}
