export const policyNames: string[]
export const policyHeader: string
export const policyMeta: string
export const securityHeaders: Record<string, string>
export const strictTransport: Record<string, string>
export const cacheControl: (path: string) => string
