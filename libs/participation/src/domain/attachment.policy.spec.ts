import { describe, expect, it } from '@jest/globals';
import { newId } from '@konzeptwerkstatt/kernel';
import { attachmentProblems, contributionKeeping, keptByContribution, MAX_ATTACHMENTS } from './attachment.policy.js';

describe('the files of a contribution', () => {
  it('name it, and nothing else is taken for its name', () => {
    const id = newId();
    expect(contributionKeeping(keptByContribution(id))).toBe(id);
    for (const keptBy of [null, '', id, `decision.resolution/${id}`, `participation.contribution/${id}/more`, 'participation.contribution/']) expect(contributionKeeping(keptBy)).toBeNull();
  });

  it('are a few', () => {
    const files = Array.from({ length: MAX_ATTACHMENTS }, newId);
    expect(attachmentProblems(files)).toEqual([]);
    expect(attachmentProblems([...files, newId()]).map(({ code, path }) => [code, path])).toEqual([['TOO_MANY_FILES', ['attachmentIds']]]);
  });
});
