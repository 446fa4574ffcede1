import js from '@eslint/js';
import nx from '@nx/eslint-plugin';
import reactHooks from 'eslint-plugin-react-hooks';
import globals from 'globals';
import ts from 'typescript-eslint';
import { projectBorders } from './tools/project-borders.mjs';

const server = ['apps/{api,collab,worker,standalone}/**/*.ts', 'libs/{kernel,contracts,document-model,series-chart,identity,concept,planning,participation,notification,monitoring,search,decision,reporting,collaboration,platform}/**/*.ts', 'prisma/**/*.ts', 'test/**/*.ts'];
const browser = ['apps/web/src/**/*.{ts,tsx}', 'libs/web/**/*.{ts,tsx}'];
const code = [...server, ...browser];
const specs = ['**/*.{spec,int-spec,e2e-spec,web-spec,redis-spec}.{ts,tsx}', 'test/**/*.ts', 'libs/**/test/**/*.ts'];

/** What a person checks in review otherwise: types that are known, promises that somebody waits for, sizes that fit a screen. */
const style = {
  '@typescript-eslint/no-explicit-any': 'error',
  '@typescript-eslint/no-floating-promises': 'error',
  '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
  '@typescript-eslint/await-thenable': 'error',
  '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false }],
  '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrors: 'none' }],
  '@typescript-eslint/switch-exhaustiveness-check': ['error', { considerDefaultExhaustiveForUnions: true }],
  '@typescript-eslint/only-throw-error': 'error',
  '@typescript-eslint/no-unnecessary-type-assertion': 'error',
  '@typescript-eslint/no-non-null-assertion': 'error',
  eqeqeq: ['error', 'always'],
  'no-console': 'error',
  'no-warning-comments': ['error', { terms: ['todo', 'fixme', 'xxx'] }],
  'max-lines': ['error', { max: 400 }],
  'max-params': ['error', { max: 7 }],
};

export default ts.config(
  {
    ignores: ['**/dist/**', '**/generated/**', '**/node_modules/**', '.nx/**', '.data/**', 'coverage/**', 'tmp/**', '**/*.d.ts'],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error', noInlineConfig: true } },
  js.configs.recommended,
  { files: ['**/*.{mjs,cjs,js}'], languageOptions: { globals: globals.node } },
  {
    files: code,
    extends: [...ts.configs.recommended],
    languageOptions: { parserOptions: { project: ['./tsconfig.json', './tsconfig.web.json'], tsconfigRootDir: import.meta.dirname } },
    plugins: { '@nx': nx },
    rules: { ...style, '@nx/enforce-module-boundaries': ['error', projectBorders] },
  },
  { files: ['apps/web/*.ts', 'apps/web/build/**/*.ts'], extends: [...ts.configs.recommended], languageOptions: { globals: globals.node } },
  { files: server, languageOptions: { globals: globals.node } },
  {
    files: browser,
    plugins: { 'react-hooks': reactHooks },
    languageOptions: { globals: globals.browser },
    rules: { 'react-hooks/rules-of-hooks': 'error', 'react-hooks/exhaustive-deps': 'error' },
  },
  // Functions that tell a story in steps (describe blocks, browser journeys) are long for a good reason.
  { files: code, ignores: [...specs, '**/*.tsx'], rules: { 'max-lines-per-function': ['error', { max: 40, skipBlankLines: true, skipComments: true }] } },
  { files: specs, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
);
