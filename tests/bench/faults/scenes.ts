import { spawnSync } from 'node:child_process'
import { copyFileSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { PASSPHRASE, run } from './state.ts'

/** A command in front of a book that is made for it. */
export interface Scene {
  readonly name: string
  readonly args: readonly string[]
  /** Files it starts from, beside `kehu.db`. */
  readonly folder: string
  /** Everything in one transaction: the book is as before, or as after. */
  readonly isOneStep: boolean
}

/** Makes the books the commands start from, once. */
export async function makeScenes(home: string, rows: number): Promise<Scene[]> {
  const data = join(home, 'data')
  const generator = resolve('fixtures/generator/gen-customers.mjs')
  spawnSync(process.execPath, [
    generator,
    '--rows',
    String(rows),
    '--out',
    data,
    '--purchases',
    '0',
    '--interactions',
    '0',
  ])
  const base = join(home, 'base')
  mkdirSync(base)
  copyFileSync(join(data, 'customers.csv'), join(base, 'customers.csv'))
  writeFileSync(join(base, 'first.csv'), '姓名,手机\n张伟,13900000001\n李娜,13900000003\n张伟,13900000001\n')
  writeFileSync(join(base, 'pw'), PASSPHRASE)
  await must(base, ['init', '-q'])
  await must(base, ['import', 'first.csv', '-q'])
  const filled = copyFolder(base, join(home, 'filled'))
  await must(filled, ['import', 'customers.csv', '-q'])
  await must(filled, ['backup', '--to', 'b', '-q'])
  const newer = copyFolder(filled, join(home, 'newer'))
  copyFolder(join(filled, 'b'), join(newer, 'b'))
  await must(newer, ['note', 'C000001', 'something', 'newer', '-q'])
  const backup = join('b', readdirSync(join(newer, 'b')).find((name) => name.endsWith('.gz'))!)
  const sealed = copyFolder(filled, join(home, 'sealed'))
  await must(sealed, ['encrypt', '--yes', '-q'])
  return [
    { name: 'import', args: ['import', 'customers.csv', '-q'], folder: base, isOneStep: true },
    { name: 'merge', args: ['dedupe', '-q'], folder: filled, isOneStep: false },
    { name: 'undo', args: ['undo', '2', '-q'], folder: filled, isOneStep: true },
    { name: 'restore', args: ['restore', backup, '--force', '-q'], folder: newer, isOneStep: true },
    { name: 'encrypt', args: ['encrypt', '--yes', '-q'], folder: filled, isOneStep: true },
    { name: 'decrypt', args: ['decrypt', '-q'], folder: sealed, isOneStep: true },
    { name: 'report', args: ['report', 'weekly', '-o', 'weekly.html', '-q'], folder: filled, isOneStep: true },
    { name: 'backup', args: ['backup', '--to', 'c', '-q'], folder: filled, isOneStep: true },
  ]
}

/** Copies the files of a folder into another one. */
export function copyFolder(from: string, to: string): string {
  mkdirSync(to, { recursive: true })
  for (const entry of readdirSync(from, { withFileTypes: true }))
    if (entry.isFile()) copyFileSync(join(from, entry.name), join(to, entry.name))
    else copyFolder(join(from, entry.name), join(to, entry.name))
  return to
}

async function must(cwd: string, args: readonly string[]): Promise<void> {
  const { code, err } = await run(cwd, args)
  if (code !== 0 && code !== 3) throw new Error(`${args.join(' ')} ended with ${code}: ${err}`)
}
