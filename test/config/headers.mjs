// The security headers: the one home. The server, the tests and the files for static hosts all read them here.

/** Names of the Trusted Types policies: svelte makes its own, `src/base/trusted.ts` makes ours. A story holds this list to the program. */
export const policyNames = ['svelte-trusted-html', 'fieldbook-sw', 'fieldbook-worker', 'fieldbook-xml', 'ProseMirrorClipboard']

const contentSecurityPolicy = {
  'default-src': "'none'",
  'script-src': "'self'",
  'style-src': "'self'",
  'img-src': "'self' data: blob:",
  'font-src': "'self'",
  'connect-src': "'self'",
  'manifest-src': "'self'",
  'worker-src': "'self'",
  'base-uri': "'none'",
  'form-action': "'self'",
  'frame-ancestors': "'none'",
  'require-trusted-types-for': "'script'",
  'trusted-types': policyNames.join(' '),
}

const written = (policy) =>
  Object.entries(policy)
    .map(([name, value]) => `${name} ${value}`)
    .join('; ')

/** The policy as a header, and as a meta element, which cannot say who may frame the page. */
export const policyHeader = written(contentSecurityPolicy)
export const policyMeta = written(Object.fromEntries(Object.entries(contentSecurityPolicy).filter(([name]) => name !== 'frame-ancestors')))

/** What the app never asks of the device, and nothing that got into it could ask either. The camera reads QR codes, in our own pages only. */
const off = ['geolocation', 'microphone', 'payment', 'usb', 'serial', 'hid', 'midi', 'bluetooth', 'display-capture']

/** Headers of every answer. */
export const securityHeaders = {
  'Content-Security-Policy': policyHeader,
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Embedder-Policy': 'require-corp',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
  'Permissions-Policy': ['camera=(self)', ...off.map((name) => `${name}=()`)].join(', '),
}

/** For hosts with https; on localhost it would lock the machine's other servers out. */
export const strictTransport = { 'Strict-Transport-Security': 'max-age=63072000; includeSubDomains' }

/** How long a file may be kept: hashed assets for ever, all else is asked anew each time. */
export const cacheControl = (path) => (path.startsWith('assets/') ? 'public, max-age=31536000, immutable' : 'no-cache')
