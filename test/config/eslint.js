// Lint rules. They stand here, not at the top level; every block therefore names the project's root as its base path.
import js from '@eslint/js'
import svelte from 'eslint-plugin-svelte'
import { defineConfig } from 'eslint/config'
import globals from 'globals'
import { fileURLToPath } from 'node:url'
import ts from 'typescript-eslint'

const root = fileURLToPath(new URL('../..', import.meta.url))

export default defineConfig(
  { basePath: root, ignores: ['dist/**', 'out/**', 'node_modules/**'] },
  {
    basePath: root,
    files: ['**/*.{ts,svelte,js,mjs}'],
    extends: [js.configs.recommended, ...ts.configs.recommendedTypeChecked, ...svelte.configs.recommended],
    languageOptions: {
      globals: { ...globals.browser, ...globals.node },
      parserOptions: {
        projectService: {
          allowDefaultProject: ['test/config/*.js', 'test/tools/*.mjs', 'public/rescue/*.js'],
          maximumDefaultProjectFileMatchCount_THIS_WILL_SLOW_DOWN_LINTING: 40,
        },
        tsconfigRootDir: root,
        extraFileExtensions: ['.svelte'],
      },
    },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      'svelte/no-at-html-tags': 'error',
      'svelte/no-navigation-without-resolve': 'off',
      // Plain Sets and Maps are values here: made in one go inside a derived, never changed afterwards.
      'svelte/prefer-svelte-reactivity': 'off',
      'no-undef': 'off',
    },
  },
  { basePath: root, files: ['**/*.svelte', '**/*.svelte.ts'], languageOptions: { parserOptions: { parser: ts.parser } } },
  { basePath: root, files: ['**/*.{js,mjs}'], extends: [ts.configs.disableTypeChecked] },
)
