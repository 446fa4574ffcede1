import type { UserProblem } from '@konzeptwerkstatt/web-data';
import { useState } from 'react';

interface Changing {
  readonly problems: readonly UserProblem[];
  readonly failure: unknown;
  readonly reset: () => void;
}

/**
 * Which revision a form was filled with, and whether somebody else has changed the same thing since.
 *
 * @param revision of what the form changes, as the server has it now; 0 for something new
 * @param filledWith of what the form was filled with, where that is something kept from before
 */
export function useSeenRevision(revision: number, action: Changing, filledWith = revision) {
  const [seen, setSeen] = useState(filledWith);
  // Once the server's answer is here, so that there is something to show; until then the action's own words say it.
  const isOvertaken = revision !== seen && action.problems.some(({ code }) => code === 'STALE_VALUE');
  return {
    seen,
    isOvertaken,
    /** What the form shows of the action: being overtaken is shown by itself. */
    shown: isOvertaken ? { problems: [], failure: null } : action,
    keep: () => {
      setSeen(revision);
      action.reset();
    },
  };
}
