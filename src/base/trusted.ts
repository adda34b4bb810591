// Trusted Types: each policy is made once, here, and lets through only what it is for. The names stand in the security headers.

interface Policy {
  createScriptURL: (url: string) => unknown
}
interface MarkupPolicy {
  createHTML: (text: string) => unknown
}
interface PolicyFactory {
  createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): Policy
  createPolicy(name: string, rules: { createHTML: (text: string) => string }): MarkupPolicy
}
const factory = (globalThis as { trustedTypes?: PolicyFactory }).trustedTypes

const policies = new Map<string, Policy | undefined>()

/** The url as the browser wants it, if it is one of those allowed; anything else is a bug and throws. */
function scriptUrl(policyName: string, url: string, allowed: readonly string[]): string {
  if (!policies.has(policyName)) {
    const createScriptURL = (asked: string) => {
      if (!allowed.includes(asked)) throw new TypeError(`${policyName} does not allow ${asked}`)
      return asked
    }
    policies.set(policyName, factory?.createPolicy(policyName, { createScriptURL }))
  }
  const policy = policies.get(policyName)
  // A TrustedScriptURL behaves as a string wherever a URL is taken.
  return policy ? (policy.createScriptURL(url) as string) : url
}

/** The address of the service worker: one exact URL. */
export const serviceWorkerUrl = (url: string): string => scriptUrl('fieldbook-sw', url, [url])

/** The address of one of our workers. The first call fixes which ones there are. */
export const workerUrl = (url: string, allowed: readonly string[]): string => scriptUrl('fieldbook-worker', url, allowed)

let xmlPolicy: MarkupPolicy | undefined

/**
 * A part of a Word document as an XML document. The policy stays in here: nothing else can be made through it than XML, in which no
 * script runs and from which nothing is loaded.
 */
export function parseXml(text: string): Document {
  xmlPolicy ??= factory?.createPolicy('fieldbook-xml', { createHTML: (xml) => xml })
  const source = xmlPolicy ? (xmlPolicy.createHTML(text) as string) : text
  return new DOMParser().parseFromString(source, 'application/xml')
}
