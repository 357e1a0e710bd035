import { copyFileSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openImport } from '../../../src/commands/import/open-import.ts'
import { expandInputs } from '../../../src/files/inputs.ts'
import type { ImportStep } from '../../../src/model/import-parts.ts'

const options = { today: '2026-11-22', map: {}, remembered: {}, seed: 'x' }
let dir = ''

beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kehu-'))
  const rows = Array.from(
    { length: 9001 },
    (_, i) => `${i},${i % 7 === 0 ? '' : `王${'甲乙丙丁'[i % 4]}`},138${String(10000000 + i)},2024/1/${(i % 40) + 1}`,
  )
  writeFileSync(join(dir, 'many.csv'), ['会员号,姓名,电话,登记日期', ...rows, ',,,', '合计,,9001,'].join('\n'))
  writeFileSync(join(dir, 'none.csv'), 'x')
  for (const name of ['01-restaurant-vip/贵宾会员登记表.xlsx', '12-broken-csv/系统导出_损坏.csv'])
    copyFileSync(resolve('fixtures/workbooks', name), join(dir, name.split('/')[1]!))
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

async function stepsOf(name: string, threadBytes: number): Promise<{ steps: ImportStep[]; facts: unknown }> {
  const [file] = expandInputs([join(dir, name)]).files
  const reader = await openImport(file!, {}, { from: threadBytes })
  const steps: ImportStep[] = []
  for await (const step of reader.steps(options)) steps.push(step)
  await reader.close()
  return { steps, facts: reader.facts }
}

/** As it is saved: what is not there and what is undefined are the same, and keys are numbers in any list. */
const plain = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value, (_key, inner) => (inner instanceof Float64Array ? [...inner] : inner)))

describe('reading in a thread', () => {
  it.each(['many.csv', 'none.csv', '贵宾会员登记表.xlsx', '系统导出_损坏.csv'])(
    'gives the same steps for %s',
    async (name) => {
      const here = await stepsOf(name, Number.POSITIVE_INFINITY)
      const there = await stepsOf(name, 0)
      expect(plain(there)).toEqual(plain(here))
      expect(here.steps.some(({ kind }) => kind === 'rows')).toBe(true)
    },
  )

  it('hands over the refusal of a file with its code', async () => {
    writeFileSync(join(dir, 'x.pdf'), '%PDF-1.7\n1 0 obj\n<<>>\nendobj\n')
    const [file] = expandInputs([join(dir, 'x.pdf')]).files
    await expect(openImport(file!, {}, { from: 0 })).rejects.toMatchObject({
      code: 'not-a-spreadsheet-pdf',
      kind: 'input',
    })
  })

  it('stops when it is closed in the middle', async () => {
    const [file] = expandInputs([join(dir, 'many.csv')]).files
    const reader = await openImport(file!, {}, { from: 0 })
    const steps = reader.steps(options)[Symbol.asyncIterator]()
    expect((await steps.next()).done).toBe(false)
    await reader.close()
  })

  it('ends at once where the person interrupts, though the thread is still at work', async () => {
    const [file] = expandInputs([join(dir, 'many.csv')]).files
    let asked = false
    const reader = await openImport(file!, {}, { from: 0, interrupted: () => asked })
    asked = true
    const steps = reader.steps({ today: '2026-01-01', map: {}, remembered: {}, seed: '' })
    const taken = (async () => {
      for await (const step of steps) if (step.kind === 'end') return
    })()
    await expect(taken).rejects.toMatchObject({ code: 'import-interrupted', kind: 'cancelled' })
  })
})
