export function pseudo(message: string): string
