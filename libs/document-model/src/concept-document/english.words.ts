import type { DocumentWords } from './document-words.js';
import { dayIn, decimalIn, euroIn, periodIn } from './words.formats.js';

/** How many notes a document holds. */
function notesInWords(count: number, left: number): string {
  const held = count === 0 ? 'Without feedback: none is open.' : count === 1 ? 'With one open piece of feedback.' : `With ${count} open pieces of feedback.`;
  return left === 0 ? held : `${held} They are the newest; ${left} older ones are not included.`;
}

/** English words of documents, the same as in the interface. */
export const englishWords: DocumentWords = {
  language: 'en',
  titlePage: {
    draft: (day) => `Draft as of ${day}`, adopted: (day) => `Adopted version as of ${day}`, measuresOf: (organisation) => `Measures of ${organisation}`, excerpt: (section) => `Excerpt: ${section}`,
    example: 'This document is an example.',
  },
  contents: 'Contents',
  measureTable: 'All measures in one table',
  number: 'No.',
  goal: 'Goal',
  measure: 'Measure',
  untitledGoal: 'Goal without a title',
  untitledMeasure: 'Measure without a title',
  undescribedPicture: 'Picture without a description',
  noValueYet: 'no value yet',
  missingPicture: (description) => `[Picture missing: ${description}]`,
  unshown: (codes) => `Characters that cannot be shown in this file stand as [?]: ${codes}. The Word file has them.`,
  fields: {
    kind: 'Kind of goal', type: 'Type', status: 'Status', decisionState: 'Decision', lead: 'Lead', partner: 'Partners', targetGroup: 'Target groups', period: 'Period',
    resources: 'Resources', budgetAmount: 'Amount', fundingSource: 'Funding', staffPositions: 'Posts (FTE)', indicator: 'Indicators', goal: 'Goals', priority: 'Priority',
    fundingState: 'Budget', fundingUntil: 'Funded until', contact: 'Contact person', district: 'Neighbourhood',
  },
  types: { new: 'new', continued: 'continued', permanent: 'permanent', pilot: 'pilot', mandate: 'lobbying mandate' },
  statuses: { idea: 'idea', planned: 'planned', running: 'running', done: 'done', continued: 'continued', paused: 'paused', dropped: 'dropped' },
  decisionStates: { draft: 'draft', proposed: 'proposed', adopted: 'adopted', rejected: 'rejected' },
  priorities: { high: 'high', medium: 'medium', low: 'low' },
  fundingStates: { subject_to_budget: 'subject to the budget', secured: 'secured' },
  targetGroups: {
    everyone: 'everyone', children_youth: 'children and young people', families: 'families', women: 'women', older_people: 'older people',
    people_with_disabilities: 'people with disabilities', refugees: 'refugees', newcomers: 'newcomers', eu_citizens: 'EU citizens',
    job_seekers: 'job seekers', employees: 'employees', companies: 'companies', students: 'students', volunteers: 'volunteers',
    migrant_organisations: 'migrant organisations', administration_staff: 'administration staff',
  },
  partyStates: { proposed: 'proposed', reserved: 'with a reservation', declined: 'declined' },
  goalKinds: { guiding: 'guiding goal', sub: 'sub-goal' },
  notes: {
    title: 'Open feedback', mention: 'Feedback on this:', whole: 'the whole concept', quote: 'The words of the text', replacement: 'What it should say', nothing: '(without these words)',
    changed: 'The text was changed meanwhile.', gone: 'The place is no longer there.', count: notesInWords,
  },
  period: periodIn('en', { from: (from) => `from ${from}`, between: (from, to) => `${from} to ${to}`, quarter: (quarter, year) => `quarter ${quarter} of ${year}` }),
  amount: euroIn('en'),
  posts: decimalIn('en'),
  day: dayIn('en'),
};
