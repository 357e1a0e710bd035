import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kehu } from '../../support/kehu.ts'

interface Shown {
  readonly name: string
  readonly values: Readonly<Record<string, string>>
  readonly contacts: readonly { readonly type: string; readonly value: string }[]
  readonly addresses: readonly object[]
}

let dir = ''
beforeAll(() => {
  dir = mkdtempSync(join(tmpdir(), 'kehu-'))
  cpSync(resolve('tests/commands/import/cards'), dir, { recursive: true })
  kehu(dir, ['init', '-q'])
})
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const shown = (name: string): Shown => JSON.parse(kehu(dir, ['show', name, '--json', '--show-pii']).stdout)

describe('vCards', () => {
  it('of every phone and mailer come in', () => {
    const run = kehu(dir, ['import', 'iphone.vcf', 'android.vcf', 'outlook.vcf', 'gmail.vcf', '--json'])
    expect(run.status).toBe(0)
    const counts = (JSON.parse(run.stdout) as { counts: { created: number } }[]).map((one) => one.counts.created)
    expect(counts).toEqual([1, 1, 1, 2])
  })

  it.each([
    ['王小明', { birth: '1985-06-01' }, ['13800000001', 'xiaoming@example.com'], 1],
    ['李强', { birth: '1990-02-03' }, ['13800000002', '0571-88650002', 'liqiang@example.com'], 1],
    ['Jane Sample', { birth: '1978-09-11' }, ['+12125550101', '+16465550102', 'jane@example.com'], 0],
    ['赵敏', { birth: '1992-12-12' }, ['13800000004', '021-55550004', 'zhaomin@example.com'], 1],
    ['钱多', {}, ['13800000005'], 0],
  ])('%s has phones, mail, address and birthday', (name, values, contacts, addresses) => {
    const one = shown(name)
    expect(one.name).toBe(name)
    expect(one.values).toMatchObject(values)
    expect(one.contacts.map(({ value }) => value).sort()).toEqual([...contacts].sort())
    expect(one.addresses).toHaveLength(addresses)
  })

  it('go out as cards and come in again as the same people', () => {
    expect(kehu(dir, ['export', 'customers', '-o', 'out.vcf']).status).toBe(0)
    kehu(dir, ['--db', 'again.db', 'init', '-q'])
    expect(kehu(dir, ['--db', 'again.db', 'import', 'out.vcf']).status).toBe(0)
    for (const name of ['王小明', '李强', 'Jane Sample', '赵敏', '钱多']) {
      const again = JSON.parse(kehu(dir, ['--db', 'again.db', 'show', name, '--json', '--show-pii']).stdout) as Shown
      const values = (one: Shown): string[] => one.contacts.map(({ value }) => value).sort()
      expect(values(again)).toEqual(values(shown(name)))
      expect(again.values['birth']).toBe(shown(name).values['birth'])
    }
  })
})
