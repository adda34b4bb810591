// Serves the production build on localhost with its real security headers. `npm start` runs it; the stories import it.
import { createReadStream, existsSync, statSync } from 'node:fs'
import { createServer } from 'node:http'
import { extname, join, normalize, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'
import { cacheControl, securityHeaders } from '../config/headers.mjs'

const types = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.webmanifest': 'application/manifest+json',
  '.svg': 'image/svg+xml',
  '.webp': 'image/webp',
  '.jpg': 'image/jpeg',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.csv': 'text/csv; charset=utf-8',
  '.docx': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
}

/** The path a request asks for, or nothing when it cannot be read. */
function pathOf(request) {
  try {
    return decodeURIComponent(new URL(request.url ?? '/', 'http://localhost').pathname)
  } catch {
    return undefined
  }
}

/** The file for a path below the base; index.html only for navigations, nothing for a missing asset. */
function fileFor(root, base, path, accept) {
  if (!path.startsWith(base) || path.includes('\0')) return undefined
  const inside = normalize(path.slice(base.length))
  const file = inside === '.' ? join(root, 'index.html') : join(root, inside)
  if (!file.startsWith(root + sep)) return undefined
  if (existsSync(file) && statSync(file).isFile()) return file
  const navigation = accept.includes('text/html') && extname(inside) === '' && !/^assets(\/|$)/.test(inside)
  return navigation ? join(root, 'index.html') : undefined
}

function answer(root, base, request, response) {
  const refuse = (status, text, more = {}) =>
    response.writeHead(status, { ...securityHeaders, ...more, 'Content-Type': 'text/plain' }).end(text)
  if (request.method !== 'GET' && request.method !== 'HEAD') return refuse(405, 'Only GET and HEAD', { Allow: 'GET, HEAD' })
  const path = pathOf(request)
  if (path === undefined) return refuse(400, 'Bad address')
  if (`${path}/` === base) return refuse(301, 'Moved', { Location: base })
  const file = fileFor(root, base, path, request.headers.accept ?? '')
  if (!file) return refuse(404, 'Not found', { 'Cache-Control': 'no-cache' })
  response.writeHead(200, {
    ...securityHeaders,
    'Content-Type': types[extname(file)] ?? 'application/octet-stream',
    'Cache-Control': cacheControl(file.slice(root.length + 1)),
  })
  if (request.method === 'HEAD') return response.end()
  createReadStream(file)
    .on('error', () => response.destroy())
    .pipe(response)
}

/** Starts the server; port 0 takes any free one. */
export function serve({ dir, base = '/', port = 0 }) {
  const root = resolve(dir)
  const server = createServer((request, response) => void answer(root, base, request, response))
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
