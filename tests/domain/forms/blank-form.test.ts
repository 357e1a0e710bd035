import { describe, expect, it } from 'vitest'
import { blankForm } from '../../../src/domain/forms/blank-form.ts'
import { builtInForms, findForm } from '../../../src/domain/forms/built-in.ts'
import type { FormDef } from '../../../src/model/forms.ts'
import { renderBlankText } from '../../../src/render/blank-form.ts'
import { renderBlankHtml } from '../../../src/render/blank-form-html.ts'
import { displayWidth } from '../../../src/render/width.ts'

const words = { number: '编号', staff: '填表人', date: '日期', note: '※ 为必填项', more: '(可另附纸)' }
const named = builtInForms.map((form): [string, FormDef] => [`${form.number} ${form.zh}`, form])

describe('a blank form', () => {
  it.each(named)('%s fits 80 columns and names every question', (_name, form) => {
    for (const lang of ['zh', 'en'] as const) {
      const blank = blankForm(form, 'full', lang)
      const text = renderBlankText(blank, words, 'B-000123')
      for (const line of text.split('\n')) expect(displayWidth(line)).toBeLessThanOrEqual(80)
      for (const row of blank.sections.flatMap(({ rows }) => rows)) expect(text).toContain(row.label)
      expect(text).toContain('B-000123')
    }
  })

  it('marks what is required and gives choices as boxes', () => {
    const text = renderBlankText(blankForm(findForm(builtInForms, 'F1')!, 'full', 'zh'), words, '')
    expect(text).toContain('※ 角色        □经常请客  □经常被请')
    expect(text).toContain('主宾 ____________ │        │ 二宾 ____________')
  })

  it('on paper is one sheet for each number, with nothing from outside', () => {
    const html = renderBlankHtml(blankForm(findForm(builtInForms, 'F7')!, 'short', 'zh'), words, ['B-1', 'B-2'], 'zh')
    expect(html.match(/class="sheet"/g)).toHaveLength(2)
    expect(html).not.toMatch(/https?:|<script|url\(/)
  })

  it('writes what a form of one’s own says as text, not as markup', () => {
    const form = { ...findForm(builtInForms, 'F7')!, zh: '<b>&"' }
    expect(renderBlankHtml(blankForm(form, 'short', 'zh'), words, [''], 'zh')).toContain('&lt;b&gt;&amp;&quot;')
  })
})
