import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { veilJson, veilText } from '../../../src/domain/access/veil.ts'
import { hiddenKinds } from '../../../src/model/access.ts'

const all = new Set(hiddenKinds)
const hide = (text: string): string => veilText(text, all)

describe('hiding what somebody may not see', () => {
  it.each([
    ['a mobile', '手机 13857101236 [1]', '手机 138****1236 [1]'],
    ['with dashes', '138-5710-1236', '138-****-1236'],
    ['with blanks', '138 5710 1236', '138 **** 1236'],
    ['in full-width digits', '１３８５７１０１２３６', '１３８＊＊＊＊１２３６'],
    ['with a country code', '+86 138 5710 1236', '+86 1** **** 1236'],
    ['a landline', '0571-88651234转8001', '057*-****1234转8001'],
    ['with brackets', '(0571)88651234', '(057*)****1234'],
    ['without area code', '总机 88651234', '总机 8*****34'],
    ['a service number', '400-820-8820', '400-***-**20'],
    ['from abroad', '+44 20 7946 0958', '+44 2* **** 0958'],
    ['a citizen number', '330106198506011234', '330*************34'],
    ['that ends in X', '33010619850601123X', '330************23X'],
    ['a bank card', '6222021234567890123', '622**************23'],
    ['an e-mail address', 'wang@example.com', 'w***@example.com'],
    ['a house number', '杭州市西湖区文三路88号3幢201室', '杭州市西湖区文三路*********'],
    ['a flat by dashes', '万科城5-2-301', '万科城*******'],
    ['in a CSV row', '12,13857101236,x', '12,138****1236,x'],
    ['behind letters', 'wx13857101236', 'wx138****1236'],
  ])('hides %s and keeps its length', (_, text, shown) => {
    expect(hide(text)).toBe(shown)
    expect([...shown]).toHaveLength([...text].length)
  })

  it.each([
    ['days and hours', '2026-11-22 16:00:12'],
    ['a stamp in a name', 'kehu-20261122-160012.db.gz'],
    ['figures side by side', '15  20  30  40  50  6'],
    ['a figure beside a day', '17  2026-11-22  1'],
    ['money', '合计 1,234,567.00 元，另 138000000.00'],
    ['counts', '导入 1000000 行，第 12345678 行'],
    ['digests', '199a5706b1c2d3e4f5a6b7c819385710123645ab'],
    ['codes of customers', 'C000123、C1234567'],
    ['credit codes', '91330100MA27XY1234'],
    ['a day in words', '12月3号'],
  ])('leaves %s', (_, text) => {
    expect(hide(text)).toBe(text)
  })

  it('leaves numbers of JSON numbers, and hides the texts', () => {
    const text = '{"amount":13857101236,"phone":"13857101236"}'
    expect(veilJson(text, all)).toBe('{"amount":13857101236,"phone":"138****1236"}')
    expect(veilJson('<p>13857101236</p>', all)).toBe('<p>138****1236</p>')
  })

  it('shows a mobile whole in no text whatever, however its digits are grouped', () => {
    const mobile = fc
      .tuple(fc.constantFrom('3', '5', '7', '8', '9'), fc.stringMatching(/^\d{9}$/))
      .map(([b, rest]) => `1${b}${rest}`)
    const grouped = fc
      .constantFrom('', ' ', '-', '.')
      .map((gap) => (text: string) => `${text.slice(0, 3)}${gap}${text.slice(3, 7)}${gap}${text.slice(7)}`)
    const around = fc.string({
      unit: fc.constantFrom('客', '户', '，', ' ', ':', '(', 'a', '/', '"', '\t'),
      maxLength: 8,
    })
    fc.assert(
      fc.property(mobile, grouped, around, around, (number, group, before, after) => {
        const shown = hide(`${before}${group(number)}${after}`)
        return !shown.replace(/[ \-.]/g, '').includes(number)
      }),
      { numRuns: 2000 },
    )
  })

  it('is the same done twice', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('1', '3', '8', '0', '5', '-', ' ', '路', '号', '@', 'a', '.'),
          maxLength: 40,
        }),
        (text) => {
          const once = hide(text)
          return hide(once) === once || hide(hide(once)) === hide(once)
        },
      ),
    )
  })
})
