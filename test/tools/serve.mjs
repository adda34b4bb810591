// Serves the production build on localhost with its real security headers. `npm start` runs it; the stories import it.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheControl, securityHeaders } from '../config/headers.mjs'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The file for a path below the base; index.html only for navigations, nothing for a missing asset. */
function fileFor(dir, base, url, accept) {
  const path = decodeURIComponent(new URL(url, 'http://localhost').pathname)
  if (!path.startsWith(base)) return undefined
  const inside = normalize(path.slice(base.length)) || 'index.html'
  const file = join(dir, inside === '.' ? 'index.html' : inside)
  if (!resolve(file).startsWith(resolve(dir))) return undefined
  if (existsSync(file) && statSync(file).isFile()) return file
  const navigation = accept.includes('text/html') && extname(inside) === '' && !inside.startsWith('assets')
  return navigation ? join(dir, 'index.html') : undefined
}

/** Starts the server; port 0 takes any free one. */
export function serve({ dir, base = '/', port = 0 }) {
  const root = resolve(dir)
  const server = createServer((request, response) => {
    const file = fileFor(root, base, request.url ?? '/', request.headers.accept ?? '')
    const headers = { ...securityHeaders, 'Content-Type': types[extname(file ?? '')] ?? 'application/octet-stream' }
    if (!file) {
      response.writeHead(404, { ...headers, 'Content-Type': 'text/plain' }).end('Not found')
      return
    }
    response.writeHead(200, { ...headers, 'Cache-Control': cacheControl(file.slice(root.length + 1)) })
    createReadStream(file).pipe(response)
  })
  return new Promise((done, failed) => {
    server.once('error', failed)
    server.listen(port, 'localhost', () => {
      const address = server.address()
      const close = () =>
        new Promise((closed) => {
          server.closeAllConnections()
          server.close(() => closed())
        })
      done({ url: `http://localhost:${address.port}${base}`, port: address.port, close })
    })
  })
}

async function start() {
  const dir = fileURLToPath(new URL('../../dist', import.meta.url))
  const base = process.env.BASE ?? '/'
  for (let port = Number(process.env.PORT ?? 4173); ; port++) {
    try {
      const { url } = await serve({ dir, base, port })
      console.log(`\nFieldbook is at ${url}\n`)
      return
    } catch (error) {
      if (error.code !== 'EADDRINUSE' || process.env.PORT) throw error
    }
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await start()
