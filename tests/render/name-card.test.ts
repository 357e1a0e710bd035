import { describe, expect, it } from 'vitest'
import { type NameCard, nameCardsHtml, nameCardsText } from '../../src/render/name-card.ts'

const words = { title: '客户信息卡', house: '西湖楼', colon: '：' }
const card = (at: number): NameCard => ({
  code: `C${String(at).padStart(6, '0')}`,
  employer: '西溪<食品>',
  address: `客人${at}`,
  tier: '',
  lines: [{ label: '忌讳', value: '香菜 & 葱' }],
})
const cards = (count: number): NameCard[] => Array.from({ length: count }, (_, at) => card(at + 1))

describe('cards for print', () => {
  it.each([
    [1, 2],
    [10, 2],
    [11, 4],
  ])('%i cards take %i sides', (count, sides) => {
    const html = nameCardsHtml(cards(count), words, 'zh')
    expect(html.match(/<section class="sheet">/g)).toHaveLength(sides)
    expect(html.match(/<article/g)).toHaveLength(count * 2)
  })

  it('mirrors the backs, so that they meet their fronts', () => {
    const [, , back = ''] = nameCardsHtml(cards(3), words, 'zh').split('<section class="sheet">')
    expect([...back.matchAll(/<span>(C\d+)<\/span>/g)].map(([, code]) => code)).toEqual([
      'C000002',
      'C000001',
      'C000003',
    ])
    expect(back).toContain('<div></div>')
  })

  it('is of name-card size on A4', () => {
    const html = nameCardsHtml(cards(1), words, 'zh')
    expect(html).toContain('width: 90mm; height: 54mm')
    expect(html).toContain('size: A4')
  })

  it('escapes what stands in the book', () => {
    const html = nameCardsHtml(cards(1), words, 'zh')
    expect(html).toContain('西溪&lt;食品&gt;')
    expect(html).toContain('香菜 &amp; 葱')
  })

  it('is plain text too', () => {
    expect(nameCardsText(cards(1), words)).toBe(
      '[西湖楼 · 客户信息卡]  C000001\n  西溪<食品>  客人1\n  忌讳：香菜 & 葱\n',
    )
  })
})
