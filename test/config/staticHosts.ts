// Files that tell static hosts our headers, made from the one list; and the policy as a meta element for hosts that take none.
import type { Plugin } from 'vite'
import { cacheControl, policyMeta, securityHeaders, strictTransport } from './headers.mjs'

const all = { ...securityHeaders, ...strictTransport }
const lines = (write: (name: string, value: string) => string) => Object.entries(all).map(([name, value]) => write(name, value))

const askAnew = cacheControl('index.html')
const forEver = cacheControl('assets/x')

/** Netlify, Cloudflare Pages. The two join the values of rules that meet, so no path may get two of Cache-Control. */
const underscoreHeaders = (base: string) =>
  [
    `${base}*`,
    ...lines((name, value) => `  ${name}: ${value}`),
    ...['', 'index.html', 'sw.js', 'manifest.webmanifest'].flatMap((name) => [`${base}${name}`, `  Cache-Control: ${askAnew}`]),
    `${base}assets/*`,
    `  Cache-Control: ${forEver}`,
    '',
  ].join('\n')

/** Azure Static Web Apps. */
const staticWebApp = (base: string) =>
  JSON.stringify(
    {
      globalHeaders: { ...all, 'Cache-Control': askAnew },
      routes: [{ route: `${base}assets/*`, headers: { 'Cache-Control': forEver } }],
      // A missing file must be missing: the page of the app in its place would be taken for the script that was asked for.
      navigationFallback: {
        rewrite: `${base}index.html`,
        exclude: [`${base}assets/*`, `${base}*.{js,css,json,html,png,jpg,svg,webmanifest}`],
      },
      responseOverrides: { 404: { rewrite: `${base}404.html` } },
      mimeTypes: { '.webmanifest': 'application/manifest+json' },
    },
    null,
    2,
  )

/** nginx forgets the headers of the outer place as soon as an inner one adds its own: each has all. */
const nginx = (base: string) => {
  const place = (path: string, cache: string, rest: string) => [
    `location ${path} {`,
    ...lines((name, value) => `  add_header ${name} "${value}" always;`),
    `  add_header Cache-Control "${cache}";`,
    `  ${rest}`,
    '}',
  ]
  return [
    ...place(`^~ ${base}assets/`, forEver, 'try_files $uri =404;'),
    ...place(`~ ^${base}.+[.][A-Za-z0-9]+$`, askAnew, 'try_files $uri =404;'),
    ...place(base, askAnew, `try_files $uri $uri/ ${base}index.html;`),
    '',
  ].join('\n')
}

/** Needs mod_headers, mod_setenvif and mod_rewrite; works as .htaccess too. */
const apache = (base: string) =>
  [
    ...lines((name, value) => `Header always set ${name} "${value}"`),
    `SetEnvIf Request_URI "^${base}assets/" hashed`,
    `Header set Cache-Control "${askAnew}" env=!hashed`,
    `Header set Cache-Control "${forEver}" env=hashed`,
    'AddType application/manifest+json .webmanifest',
    'RewriteEngine On',
    'RewriteCond %{REQUEST_FILENAME} !-f',
    `RewriteCond %{REQUEST_URI} !^${base}assets/`,
    'RewriteCond %{REQUEST_URI} ![.][A-Za-z0-9]+$',
    `RewriteRule ^ ${base}index.html [L]`,
    '',
  ].join('\n')

/** What hosts show for a missing page. Where there is none, some answer with the app, also for a missing script. */
const notFound = (base: string) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <link rel="stylesheet" href="${base}rescue/page.css" />
    <title>Fieldbook</title>
  </head>
  <body>
    <main>
      <h1>Fieldbook</h1>
      <p>There is no such page. <a href="${base}">Open Fieldbook</a></p>
      <p lang="de">Diese Seite gibt es nicht. <a href="${base}">Fieldbook öffnen</a></p>
    </main>
  </body>
</html>
`

export function staticHostFiles(base: string): Plugin {
  return {
    name: 'fieldbook-static-hosts',
    apply: 'build',
    transformIndexHtml: () => [
      { tag: 'meta', attrs: { 'http-equiv': 'Content-Security-Policy', content: policyMeta }, injectTo: 'head-prepend' },
    ],
    generateBundle() {
      const emit = (fileName: string, source: string) => this.emitFile({ type: 'asset', fileName, source })
      emit('404.html', notFound(base))
      emit('_headers', underscoreHeaders(base))
      emit('staticwebapp.config.json', staticWebApp(base))
      emit('hosting/nginx.conf', nginx(base))
      emit('hosting/apache.conf', apache(base))
    },
  }
}
