/** Borders between the layers inside a context, which the rules between projects cannot see. */
const context = '^libs/([^/]+)/src';
const spec = '\\.(spec|int-spec)\\.ts$';
const layer = (name, from, to, comment) => ({
  name,
  comment,
  severity: 'error',
  from: { path: `${context}/${from}/`, pathNot: spec },
  to: { path: `^libs/$1/src/(${to})/` },
});

/** Second entries of packages, for processes that must not load the whole of them. */
const lightDoors = '^libs/(platform/database/src/pool/index|platform/auth/src/upgrade|platform/files/src/sheets/index|contracts/src/wake-up|collaboration/src/engine|web/ui/src/i18n/(town-clock|typed-date))\\.ts$';

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Two files that need each other cannot be understood, tested or loaded alone.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    layer('domain-is-pure', 'domain', 'commands|queries|persistence|graphql|subscribers|jobs|collab', 'The domain decides; who loads, saves and shows is none of its business.'),
    {
      name: 'domain-knows-no-framework',
      comment: 'What the domain needs comes from kernel, contracts and the document model, so that its tests run in milliseconds.',
      severity: 'error',
      from: { path: `${context}/domain/`, pathNot: spec },
      to: { path: '(^libs/platform/|node_modules/(@nestjs|@prisma|pg|bullmq|graphql)/)' },
    },
    layer('commands-know-no-graphql', 'commands', 'graphql', 'A use case serves jobs and subscribers too; only the edge knows GraphQL.'),
    layer('queries-know-no-graphql', 'queries', 'graphql', 'A read serves jobs and exports too; only the edge knows GraphQL.'),
    layer('graphql-never-loads-itself', 'graphql', 'persistence', 'A resolver calls a command or a query; loading past them would also go past the policy.'),
    layer('persistence-is-the-bottom', 'persistence', 'graphql|commands|subscribers', 'What stores does not decide.'),
    {
      name: 'contexts-only-through-their-index',
      comment: 'What is not exported is free to change. A few packages have a second, lighter door (see `exports` in their package.json).',
      severity: 'error',
      from: { path: '^(apps|libs)/(?:platform/|web/)?([^/]+)/', pathNot: spec },
      to: { path: '^libs/(?:platform/|web/)?[^/]+/src/.+', pathNot: ['^libs/(?:platform/|web/)?[^/]+/src/index\\.tsx?$', lightDoors, '\\.css$', '^$1/(?:platform/|web/)?$2/'] },
    },
    {
      name: 'test-support-in-tests-only',
      comment: 'Code for tests never runs in production.',
      severity: 'error',
      from: { path: '^(apps|libs)/', pathNot: '(/test/|\\.(spec|int-spec|redis-spec)\\.tsx?$)' },
      to: { path: '^test/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(/dist/|/generated/)' },
    // Imports that are gone at run time say `type` (`verbatimModuleSyntax`), so nothing has to be compiled to tell them from the others.
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['source', 'import', 'default', 'types'], extensions: ['.ts', '.tsx', '.js', '.mjs', '.json'] },
    combinedDependencies: true,
  },
};
