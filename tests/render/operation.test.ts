import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changeWords, operationKind, summaryWords, tableWord } from '../../src/render/operation.ts'

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' })
  .filter((file) => file.endsWith('.ts'))
  .map((file) => readFileSync(join('src', file), 'utf8'))

describe('operations in words', () => {
  it('say the figures that are not nought', () => {
    expect(summaryWords('zh', { file: '名单.xlsx', rows: 17, created: 7, rejected: 0 })).toBe(
      '文件 名单.xlsx，行 17，新建 7',
    )
    expect(summaryWords('en', { party: 3, unheard: 1 })).toBe('parties 3, unheard 1')
    expect(changeWords('zh', { entity: 'contact_point', action: 'insert', rows: 2 })).toBe('联系方式：新增 2')
  })

  it('have a word for every kind that is written', () => {
    const kinds = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/(?:write\(ctx, \w+, |startOperation\([^)]*?)\{[^}]*?kind: '([a-z-]+)'/gs)].map(
          ([, kind]) => kind!,
        ),
      ),
    )
    expect(kinds.size).toBeGreaterThan(20)
    expect([...kinds].filter((kind) => /^[a-z-]+$/.test(operationKind('zh', kind)))).toEqual([])
  })

  it('have a word for every table of the journal', () => {
    const tables = new Set(
      sources.flatMap((text) =>
        [...text.matchAll(/operation\.(?:insert|update|removeWhere|remove)\('([a-z_]+)'/g)].map(([, table]) => table!),
      ),
    )
    expect(tables.size).toBeGreaterThan(15)
    expect([...tables].filter((table) => /^[a-z_]+$/.test(tableWord('zh', table)))).toEqual([])
  })
})
