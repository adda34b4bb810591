// A refusal is a value: what the person can mend comes back as a failure, never as a throw.

export type Result<T, F> = { ok: true; value: T } | { ok: false; failure: F }

export const ok = <T>(value: T): { ok: true; value: T } => ({ ok: true, value })
export const refuse = <F>(failure: F): { ok: false; failure: F } => ({ ok: false, failure })
