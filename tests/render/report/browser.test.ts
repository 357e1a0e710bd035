import { existsSync, mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { type Browser, chromium } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { reportNames, reports } from '../../../src/domain/reports/index.ts'
import type { ReportSpec } from '../../../src/domain/reports/spec.ts'
import { reportHtml } from '../../../src/render/report/html.ts'
import { sampleFacts } from '../../support/list-facts.ts'
import {
  beyondEdge,
  groundColour,
  pageLanguage,
  pageText,
  pageWidth,
  worstContrast,
} from '../../support/page-probes.ts'
import { sampleContext } from '../../support/report-facts.ts'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const note = executable === undefined ? ' (skipped: needs chromium)' : ''

const folder = mkdtempSync(join(tmpdir(), 'kehu-html-'))

const htmlOf = (name: (typeof reportNames)[number], lang: 'zh' | 'en'): string =>
  reportHtml((reports[name] as ReportSpec).view(sampleFacts[name], sampleContext(lang)))

describe.skipIf(executable === undefined)(`reports in a browser${note}`, () => {
  let browser: Browser
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
  })
  afterAll(() => browser.close())

  /** Opens a report and gives what went wrong on the way. */
  async function opened(
    name: (typeof reportNames)[number],
    lang: 'zh' | 'en',
    look: { width: number; scheme: 'light' | 'dark'; scripts?: boolean },
  ) {
    const file = join(folder, `${name}-${lang}.html`)
    writeFileSync(file, htmlOf(name, lang))
    const page = await browser.newPage({
      viewport: { width: look.width, height: 900 },
      colorScheme: look.scheme,
      javaScriptEnabled: look.scripts ?? true,
    })
    const troubles: string[] = []
    page.on('console', (message) => troubles.push(message.text()))
    page.on('pageerror', (error) => troubles.push(error.message))
    page.on('dialog', (dialog) => troubles.push(`dialog ${dialog.message()}`))
    page.on('request', (request) => request.url() !== pathToFileURL(file).href && troubles.push(request.url()))
    await page.goto(pathToFileURL(file).href)
    return { page, troubles }
  }

  const looks = (['light', 'dark'] as const).flatMap((scheme) => [1280, 390].map((width) => ({ scheme, width })))

  it.each(['zh', 'en'] as const)(
    'every report in %s, at desk and phone size, light and dark: no error, no request, no overflow, contrast AA',
    async (lang) => {
      const { page, troubles } = await opened('weekly', lang, { width: 1280, scheme: 'light' })
      for (const name of reportNames) {
        await page.setContent(htmlOf(name, lang))
        expect(await page.evaluate(pageLanguage)).toBe(lang === 'zh' ? 'zh-CN' : 'en')
        for (const { scheme, width } of looks) {
          await page.emulateMedia({ colorScheme: scheme })
          await page.setViewportSize({ width, height: 900 })
          expect([name, scheme, await page.evaluate(pageWidth)]).toEqual([name, scheme, width])
          // Colours are those of the scheme, whatever the width.
          if (width < 1280) continue
          expect(await page.evaluate<number>(worstContrast), `${name} ${scheme}`).toBeGreaterThanOrEqual(4.5)
        }
      }
      expect(troubles).toEqual([])
      await page.close()
    },
    60_000,
  )

  it.each(['zh', 'en'] as const)('every report in %s fits A4 paper: no table is cut off at the right', async (lang) => {
    const { page } = await opened('weekly', lang, { width: 703, scheme: 'dark' })
    await page.emulateMedia({ media: 'print' })
    for (const name of reportNames) {
      await page.setContent(htmlOf(name, lang))
      expect([name, await page.evaluate(beyondEdge)]).toEqual([name, 0])
      expect(await page.evaluate(groundColour)).toBe('rgb(255, 255, 255)')
    }
    await page.close()
  })

  it('sorts a table by a click, numbers as numbers, and back', async () => {
    const { page } = await opened('weekly', 'en', { width: 1280, scheme: 'light' })
    const first = (): Promise<string[]> =>
      page.$$eval('#quality table.data tbody tr', (rows) => rows.map((row) => row.children[2]!.textContent!))
    await page.click('#quality th:nth-child(3) .sort')
    expect(await first()).toEqual(['9', '12', '240'])
    await page.focus('#quality th:nth-child(3) .sort')
    await page.keyboard.press('Enter')
    expect(await first()).toEqual(['240', '12', '9'])
    expect(await page.getAttribute('#quality th:nth-child(3)', 'aria-sort')).toBe('descending')
    await page.close()
  })

  it('is whole without scripts', async () => {
    const withScripts = await opened('weekly', 'zh', { width: 1280, scheme: 'light' })
    const without = await opened('weekly', 'zh', { width: 1280, scheme: 'light', scripts: false })
    expect(await without.page.evaluate(pageText)).toBe(await withScripts.page.evaluate(pageText))
    await withScripts.page.close()
    await without.page.close()
  })
})
