import { existsSync } from 'node:fs'
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { blankForm } from '../../src/domain/forms/blank-form.ts'
import { builtInForms } from '../../src/domain/forms/built-in.ts'
import { renderBlankHtml } from '../../src/render/blank-form-html.ts'
import { type NameCard, nameCardsHtml } from '../../src/render/name-card.ts'
import { tell } from '../../src/render/text/index.ts'

const executable = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) =>
  existsSync(path),
)
const note = executable === undefined ? ' (skipped: needs chromium)' : ''
const langs = ['zh', 'en'] as const
const PX = 96 / 25.4

const long = '不吃辣不吃葱姜蒜，对花生和虾蟹过敏，汤要清淡少盐；主食只要糙米饭（或小米），酒只喝温过的黄酒'
const card = (more: Partial<NameCard> = {}): NameCard => ({
  code: 'C000001',
  employer: '内蒙古自治区呼和浩特市样板乳业集团股份有限公司华东销售分公司',
  address: '欧阳副总经理',
  tier: 'A级',
  lines: Array.from({ length: 9 }, (_, at) => ({
    label: at % 2 === 0 ? '习惯接待人' : 'Signs on account',
    value: long,
  })),
  ...more,
})

/** Cards that are not of their size, and texts of a card that reach beyond it or into its foot. */
const cardFaults = `(() => [...document.querySelectorAll('.card')].flatMap((card) => {
  const box = card.getBoundingClientRect()
  const foot = card.querySelector('.foot').getBoundingClientRect()
  const inside = [...card.querySelectorAll('.unit, .address, dt, dd, .foot, .top')].filter((each) => {
    const own = each.getBoundingClientRect()
    const isFoot = each.className === 'foot'
    return own.right > box.right || own.bottom > box.bottom || (!isFoot && own.bottom > foot.top + 0.5)
  })
  const size = Math.abs(box.width - 90 * ${PX}) + Math.abs(box.height - 54 * ${PX})
  return [...(size > 1 ? ['size ' + box.width + ' ' + box.height] : []), ...inside.map((each) => each.textContent)]
}))()`

/** Texts and lines of a form that reach beyond the sheet, or over one another. */
const formFaults = `(() => {
  const sheet = document.querySelector('.sheet').getBoundingClientRect()
  const all = [...document.querySelectorAll('h1, h2, .number, dt, dd, .box, .seats div')]
  const beyond = all.filter((each) => each.getBoundingClientRect().right > sheet.right + 1)
  const rows = [...document.querySelectorAll('.row')].filter((row) => {
    const [name, space] = [...row.children].map((each) => each.getBoundingClientRect())
    return name.right > space.left + 1 || space.width < 60
  })
  return [...beyond, ...rows].map((each) => each.textContent)
})()`

describe.skipIf(executable === undefined)(`what is printed${note}`, () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executable!, args: ['--no-sandbox'] })
    // A4 less the margins of the page.
    page = await browser.newPage({ viewport: { width: Math.round(210 * PX), height: Math.round(297 * PX) } })
    await page.emulateMedia({ media: 'print' })
  }, 60_000)
  afterAll(() => browser.close())

  it.each(langs)('cards are of name-card size, nothing on them is cut or hidden (%s)', async (lang) => {
    const words = { title: tell(lang, 'card-title'), house: '西湖楼', colon: '：' }
    const short = card({ employer: '', address: '陈女士', lines: [{ label: '忌讳', value: '香菜' }] })
    await page.setContent(nameCardsHtml([card(), short, ...Array.from({ length: 9 }, () => card())], words, lang))
    expect(await page.evaluate(cardFaults)).toEqual([])
    const pdf = await page.pdf({ preferCSSPageSize: true })
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(4)
  })

  const forms = builtInForms.flatMap((form) => langs.map((lang) => [form.number, lang, form] as const))
  it.each(forms)('%s in %s stays on its sheet', async (_number, lang, form) => {
    const word = (code: string): string => tell(lang, `form-blank-${code}`)
    const words = {
      number: word('number'),
      staff: word('staff'),
      date: word('date'),
      note: word('note'),
      more: word('more'),
    }
    await page.setContent(renderBlankHtml(blankForm(form, 'full', lang), words, ['F-000001'], lang))
    expect(await page.evaluate(formFaults)).toEqual([])
    const text = (await page.evaluate('document.body.textContent')) as string
    if (lang === 'en') expect(text.match(/\p{Script=Han}+/gu)).toBeNull()
  })
})
