import type { PublicWords } from './public-words.js';

export const englishWords: PublicWords = {
  skip: 'Skip to content', language: 'Language', legal: 'Legal notices', legalPages: { impressum: 'Imprint', datenschutz: 'Privacy', barrierefreiheit: 'Accessibility' }, madeWith: 'Published with Konzeptwerkstatt',
  published: 'Published', concepts: 'Adopted concepts', reports: 'Reports', adoptedOn: (year, day) => `${year}, adopted on ${day}`,
  overview: 'Everything published', indicators: 'Indicators', indicatorsLead: 'Figures that describe circumstances. They do not say what a single measure has brought about.',
  openData: 'Open data', catalogueLead: 'Catalogue of all datasets in DCAT-AP.de, for data portals:', example: 'Example, not official figures.',
  value: 'Value', period: 'Period', region: 'Region', whom: 'For whom', everybody: 'everybody', remarks: 'Notes', values: 'Values', course: 'Course over time',
  definition: 'What is counted', described: 'Definition', noDefinition: 'not described yet', numerator: 'Numerator', denominator: 'Denominator', population: 'Who belongs to it', method: 'Note on the method', source: 'Source', sourceTable: 'Table', licence: 'Licence',
  unit: 'Unit', office: 'Office in charge', changed: 'Last changed', versions: 'Changed way of counting', versionsLead: 'Values of different versions do not count the same and cannot be compared.',
  version: (version) => `Version ${version}`, downloads: 'Download', files: { machine: 'CSV for programs', german: 'CSV for Excel (German)', metadata: 'Description of the columns (CSVW)' },
  noValues: 'No values have been entered yet.', suppressed: 'not shown, so that nobody can be recognised', none: 'no value',
  qualified: { approx: (value) => `about ${value}`, rounded: (value) => `rounded ${value}`, less_than: (value) => `less than ${value}`, more_than: (value) => `more than ${value}`, derived: (value) => `${value} (calculated)` },
  statuses: { provisional: 'provisional', revised: 'revised', estimated: 'estimated' },
  dimensions: { district: 'District', group: 'Group', municipality_size: 'Size of municipality', age: 'Age', gender: 'Gender', nationality: 'Nationality' },
  latest: (value, period) => `Latest: ${value} (${period}).`, first: (value, period) => `At the beginning of the series: ${value} (${period}).`, target: (value, year) => `Target: ${value} by ${year}.`,
  breaks: 'The way of counting was changed in between: values before and after cannot be compared.', hidden: 'A cross stands where a value is not shown because people could be recognised.', targetMark: 'Target', breakMark: 'other way of counting',
  moreParts: 'The picture shows some of the series. The table has all of them.', moreValues: (shown, all) => `The table shows the latest ${shown} of ${all} values. The files have all of them:`,
  comparison: 'Comparison with other municipalities', comparisonLead: 'Published values of other municipalities for the same indicator. Towns differ in size and situation: the comparison does not judge.',
  comparisonPart: (count) => `At most ${count} other municipalities stand here: those with the lowest official keys.`,
  municipality: 'Municipality', otherDefinition: 'counts differently', thisOne: 'this municipality',
};
