/**
 * Who may import whom, for the rule `@nx/enforce-module-boundaries`; the reasons are in docs/architecture.md. A project must satisfy
 * every line whose tag it carries.
 */
const allRuntimes = ['runtime:server', 'runtime:any'];
const contexts = (...names) => names.map((name) => `scope:${name}`);
/** What carries no context's name may be used by every context. */
const withoutContext = ['type:platform', 'type:contracts', 'type:model', 'type:kernel', 'type:web-ui', 'type:web-data', 'type:test-support'];
const testSupport = 'type:test-support';

const byType = [
  { sourceTag: 'type:app', onlyDependOnLibsWithTags: ['type:app', 'type:context', 'type:platform', 'type:contracts', 'type:model', 'type:kernel', 'type:web-feature', 'type:web-ui', 'type:web-data', testSupport] },
  { sourceTag: 'type:context', onlyDependOnLibsWithTags: ['type:context', 'type:platform', 'type:contracts', 'type:model', 'type:kernel', testSupport], bannedExternalImports: ['bullmq', 'ioredis', '@nestjs/bullmq'] },
  { sourceTag: 'type:platform', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:kernel', testSupport] },
  // The ports to documents speak in terms of the document model, which is as free of frameworks as the kernel.
  { sourceTag: 'type:contracts', onlyDependOnLibsWithTags: ['type:kernel', 'type:model'], bannedExternalImports: ['@nestjs/*', '@prisma/*', 'bullmq', 'ioredis'] },
  { sourceTag: 'type:model', onlyDependOnLibsWithTags: ['type:kernel'], bannedExternalImports: ['@nestjs/*', '@prisma/*', 'react', 'react-dom', 'bullmq', 'ioredis'] },
  { sourceTag: 'type:kernel', onlyDependOnLibsWithTags: [], bannedExternalImports: ['@nestjs/*', '@prisma/*', 'react', 'react-dom', 'bullmq', 'ioredis', 'pg'] },
  { sourceTag: 'type:web-feature', onlyDependOnLibsWithTags: ['type:web-ui', 'type:web-data', 'type:model', 'type:kernel'] },
  // The frame is part of the interface kit: it shows the sources, and how a request failed.
  { sourceTag: 'type:web-ui', onlyDependOnLibsWithTags: ['type:web-ui', 'type:web-data', 'type:kernel'] },
  { sourceTag: 'type:web-data', onlyDependOnLibsWithTags: ['type:kernel', 'type:model'] },
  { sourceTag: 'type:test-support', onlyDependOnLibsWithTags: ['type:platform', 'type:contracts', 'type:model', 'type:kernel', 'type:context', 'type:app'] },
];

/** One way only: nobody depends on a context that comes later in the life of a concept. */
const byContext = [
  { sourceTag: 'scope:identity', onlyDependOnLibsWithTags: [...contexts('identity'), ...withoutContext] },
  { sourceTag: 'scope:concept', onlyDependOnLibsWithTags: [...contexts('concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:planning', onlyDependOnLibsWithTags: [...contexts('planning', 'concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:monitoring', onlyDependOnLibsWithTags: [...contexts('monitoring', 'concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:participation', onlyDependOnLibsWithTags: [...contexts('participation', 'planning', 'concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:decision', onlyDependOnLibsWithTags: [...contexts('decision', 'planning', 'concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:reporting', onlyDependOnLibsWithTags: [...contexts('reporting', 'decision', 'participation', 'monitoring', 'planning', 'concept', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:notification', onlyDependOnLibsWithTags: [...contexts('notification', 'identity'), ...withoutContext] },
  { sourceTag: 'scope:search', onlyDependOnLibsWithTags: [...contexts('search', 'monitoring', 'planning', 'concept', 'identity'), ...withoutContext] },
  // Joined with the others by the applications, through the ports it declares in the contracts.
  { sourceTag: 'scope:collaboration', onlyDependOnLibsWithTags: [...contexts('collaboration'), ...withoutContext] },
];

const byRuntime = [
  { sourceTag: 'runtime:server', onlyDependOnLibsWithTags: allRuntimes, bannedExternalImports: ['react', 'react-dom', '@tiptap/react'] },
  { sourceTag: 'runtime:browser', onlyDependOnLibsWithTags: ['runtime:browser', 'runtime:any'], bannedExternalImports: ['@prisma/*', 'bullmq', 'ioredis', '@nestjs/*', 'pg', 'pino'] },
  { sourceTag: 'runtime:any', onlyDependOnLibsWithTags: ['runtime:any'] },
];

export const projectBorders = {
  allow: [],
  enforceBuildableLibDependency: false,
  banTransitiveDependencies: false,
  depConstraints: [...byType, ...byContext, ...byRuntime],
};
