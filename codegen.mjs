/** Types and documents of the client's operations, from the committed schema and the `.graphql` files of the feature libraries. */
export default {
  schema: 'schema.graphql',
  documents: ['libs/web/*/src/operations/*.graphql'],
  generates: {
    'libs/web/data/src/generated/': {
      preset: 'client',
      presetConfig: { fragmentMasking: false },
      config: { useTypeImports: true, enumsAsTypes: true, strictScalars: true, scalars: { Date: 'string', DateTime: 'string', Decimal: 'string' } },
    },
    'libs/web/data/src/generated/possible-types.ts': { plugins: ['fragment-matcher'], config: { useExplicitTyping: true } },
  },
};
