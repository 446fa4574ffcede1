import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { Notice, useText } from '@konzeptwerkstatt/web-ui';
import type { ReactNode } from 'react';
import { useEffect, useRef } from 'react';
import { problemText } from './failure-text.js';
import { RequestFailureNotice } from './request-failure.js';

/** What the form needs of an action of the data layer. */
interface Outcome {
  readonly problems: readonly UserProblem[];
  readonly failure: unknown;
}

export interface ActionFormProps {
  action: Outcome;
  /** Context whose catalogue has the sentences. */
  context: string;
  /** Names of the fields that show their own problem; problems of others stand above the form. */
  fields: readonly string[];
  onSubmit: () => void;
  children: ReactNode;
  id?: string;
}

/** Problems that belong to no field of the form. */
function OtherProblems({ problems, context }: { problems: readonly UserProblem[]; context: string }) {
  const t = useText();
  if (problems.length === 0) return null;
  return <Notice tone="danger" live title={problems.map((problem) => problemText(problem, context, t)).join(' ')} />;
}

/** Why an action did not happen, for buttons without a form. */
export function ActionNotice({ action, context, fields = [] }: { action: Outcome; context: string; fields?: readonly string[] }) {
  const others = action.problems.filter(({ path }) => !fields.includes(path[0] ?? ''));
  if (action.failure) return <RequestFailureNotice error={action.failure} />;
  return <OtherProblems problems={others} context={context} />;
}

/** A form over a mutation: what is wrong stands beside the fields, and the focus goes to the first wrong one. What was typed stays. */
export function ActionForm({ action, context, fields, onSubmit, children, id }: ActionFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    if (action.problems.length > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"], [data-invalid] button')?.focus();
  }, [action.problems]);
  return (
    <form
      ref={form}
      id={id}
      noValidate
      className="kw-form"
      onSubmit={(event) => {
        event.preventDefault();
        onSubmit();
      }}
    >
      <ActionNotice action={action} context={context} fields={fields} />
      {children}
    </form>
  );
}
