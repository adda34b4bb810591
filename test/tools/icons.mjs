// Draws the icons of the installed app from the one mark. Run it after the mark has changed.
import { readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { chromium } from 'playwright-core'
import { findChromium } from './browser.mjs'

const folder = fileURLToPath(new URL('../../public/icons/', import.meta.url))
const mark = readFileSync(`${folder}icon.svg`, 'utf8')
// Maskable and Apple icons fill the square; the system cuts their corners.
const square = mark.replace('rx="112"', 'rx="0"')
const small = square.replace('<g ', '<g transform="translate(51 51) scale(.8)" ')
const drawn = [
  ['icon-192.png', 192, mark],
  ['icon-512.png', 512, mark],
  ['maskable-512.png', 512, small],
  ['apple-touch-180.png', 180, square],
]

const browser = await chromium.launch({ executablePath: findChromium(), args: ['--no-sandbox'] })
for (const [name, size, svg] of drawn) {
  const page = await browser.newPage({ viewport: { width: size, height: size } })
  await page.setContent(`<body style="margin:0">${svg.replace('<svg ', `<svg width="${size}" height="${size}" `)}</body>`)
  writeFileSync(folder + name, await page.screenshot({ omitBackground: true }))
  await page.close()
}
await browser.close()
