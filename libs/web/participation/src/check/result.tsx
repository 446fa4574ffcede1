import type { AssessmentFactsFragment } from '@konzeptwerkstatt/web-data';
import { Original, useLanguage, useText } from '@konzeptwerkstatt/web-ui';

/** How all see one criterion together: a bar for each step with its number, and what they wrote. */
export function Result({ result }: { result: NonNullable<AssessmentFactsFragment['results']>[number] }) {
  const t = useText();
  const { number } = useLanguage();
  const { counts, ratedCount, comments } = result;
  if (counts === null) return <p className="kw-muted">{t('participation.assessment.too-few', { count: ratedCount })}</p>;
  const most = Math.max(1, ...counts);
  return (
    <>
      <table className="kw-distribution">
        <caption>{t('participation.assessment.together', { count: ratedCount })}</caption>
        <tbody>
          {[4, 3, 2, 1].map((step) => {
            const count = counts[step - 1] ?? 0;
            return (
              <tr key={step}>
                <th scope="row">{t(`participation.assessment.step.${step}`)}</th>
                <td className="kw-distribution__count">{number(count)}</td>
                <td aria-hidden="true"><span className="kw-distribution__bar" style={{ inlineSize: `${(100 * count) / most}%` }} /></td>
              </tr>
            );
          })}
        </tbody>
      </table>
      {comments.length > 0 ? <ul>{comments.map(({ text, personName }, index) => <li key={index}><Original>{text}</Original>{personName ? <span className="kw-muted"> <bdi>{personName}</bdi></span> : null}</li>)}</ul> : null}
    </>
  );
}
