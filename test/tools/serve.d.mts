export function serve(options: {
  dir: string
  base?: string
  port?: number
}): Promise<{ url: string; port: number; close: () => Promise<void> }>
