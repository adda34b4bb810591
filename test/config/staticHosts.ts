// Files that tell static hosts our headers, made from the one list; and the policy as a meta element for hosts that take none.
import type { Plugin } from 'vite'
import { cacheControl, policyMeta, securityHeaders, strictTransport } from './headers.mjs'

const all = { ...securityHeaders, ...strictTransport }
const lines = (write: (name: string, value: string) => string) => Object.entries(all).map(([name, value]) => write(name, value))

/** Netlify, Cloudflare Pages. */
const underscoreHeaders = (base: string) =>
  [
    `${base}*`,
    ...lines((name, value) => `  ${name}: ${value}`),
    `  Cache-Control: ${cacheControl('index.html')}`,
    `${base}assets/*`,
    '  ! Cache-Control',
    `  Cache-Control: ${cacheControl('assets/x')}`,
    '',
  ].join('\n')

/** Azure Static Web Apps. */
const staticWebApp = (base: string) =>
  JSON.stringify(
    {
      globalHeaders: { ...all, 'Cache-Control': cacheControl('index.html') },
      routes: [{ route: `${base}assets/*`, headers: { 'Cache-Control': cacheControl('assets/x') } }],
      navigationFallback: { rewrite: `${base}index.html`, exclude: [`${base}assets/*`] },
    },
    null,
    2,
  )

const nginx = (base: string) =>
  [
    `location ${base} {`,
    ...lines((name, value) => `  add_header ${name} "${value}" always;`),
    `  add_header Cache-Control "${cacheControl('index.html')}";`,
    '}',
    '',
  ].join('\n')

const apache = () =>
  [
    ...lines((name, value) => `Header always set ${name} "${value}"`),
    `Header set Cache-Control "${cacheControl('index.html')}"`,
    '',
  ].join('\n')

export function staticHostFiles(base: string): Plugin {
  return {
    name: 'fieldbook-static-hosts',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policyMeta }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('_headers', underscoreHeaders(base))
      emit('staticwebapp.config.json', staticWebApp(base))
      emit('hosting/nginx.conf', nginx(base))
      emit('hosting/apache.conf', apache())
    },
  }
}
