import { readdirSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'

/** Who may import whom, and which packages each folder owns. The same table is in README.md. */
const layers: Record<string, { mayImport: string[]; owns: string[] }> = {
  model: { mayImport: [], owns: [] },
  domain: {
    mayImport: ['model'],
    owns: [
      '@marcbachmann/cel-js',
      'libphonenumber-js/max',
      'zod',
      'node:buffer',
      // createRequire: the plans of foreign phone numbers are loaded at the first one only.
      'node:module',
    ],
  },
  files: {
    mayImport: ['model'],
    owns: [
      '@e965/xlsx',
      '@e965/xlsx/dist/cpexcel.full.mjs',
      'csv-parse',
      'csv-parse/sync',
      // isUtf8 and isAscii: whole files are judged at the speed of memory
      'node:buffer',
      // the command that tells a passphrase
      'node:child_process',
      'node:crypto',
      'node:fs',
      'node:fs/promises',
      'node:os',
      'node:path',
      'node:stream',
      'node:stream/promises',
      // age speaks in streams of the web
      'node:stream/web',
      'node:url',
      'node:util',
      // how a large import collects its garbage
      'node:v8',
      'node:worker_threads',
      'node:zlib',
      // encrypted backups; loaded by the first one
      'age-encryption',
      // reports by mail; loaded by the first one
      'nodemailer',
      'yaml',
    ],
  },
  store: {
    mayImport: ['model'],
    // node:module: the driver that can encrypt is loaded by the first encrypted book only.
    owns: ['better-sqlite3', 'node:crypto', 'node:fs', 'node:module', 'node:path', 'node:zlib'],
  },
  render: { mayImport: ['model'], owns: ['d3-scale', 'd3-shape', 'get-east-asian-width'] },
  // get-east-asian-width: lists and lines are cut to the columns of the terminal. node:stream: inquirer is fed from it.
  terminal: {
    mayImport: ['model'],
    // The pager is another program.
    owns: [
      'chalk',
      '@inquirer/core',
      'node:child_process',
      'get-east-asian-width',
      'node:readline',
      // what is typed unseen comes in bytes
      'node:string_decoder',
      'node:stream',
      'node:tty',
    ],
  },
  commands: {
    mayImport: ['model', 'domain', 'files', 'store', 'render', 'terminal'],
    owns: ['commander', 'node:path'],
  },
  workers: { mayImport: ['model', 'domain', 'files'], owns: ['node:worker_threads'] },
}

const sources = readdirSync('src', { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.ts'))
const layered = sources.filter((file) => file.includes('/'))

/** Lines of code a file may have; those that only list things may have more. */
const MOST_LINES = 260
const tables = /^(model|render\/text|store\/migrations)\/|^domain\/(dictionary|tiers\/schemes|forms\/definitions)\//

const withoutComments = (file: string): string =>
  readFileSync(join('src', file), 'utf8').replace(/^\s*(\/?\*|\/\/).*$/gm, '')

describe('architecture', () => {
  it.each(layered)('%s imports only what its layer may', (file) => {
    const layer = file.split('/')[0]!
    const rule = layers[layer]
    expect(rule, `${layer} is no layer`).toBeDefined()
    const { mayImport, owns } = rule!
    for (const [, target = ''] of readFileSync(join('src', file), 'utf8').matchAll(/(?:from |import\()'([^']+)'/g)) {
      const allowed = target.startsWith('.')
        ? [layer, ...mayImport].includes(relative('.', join(dirname(file), target)).split('/')[0]!)
        : owns.includes(target)
      expect(allowed, `${file} imports ${target}`).toBe(true)
    }
  })

  it.each(layered)('%s leaves the clock, the environment and chance to main', (file) => {
    expect(withoutComments(file)).not.toMatch(/\bDate\.now\(|\bnew Date\(\)|\bprocess\.env\b|\bMath\.random\(/)
  })

  it.each(layered.filter((file) => !file.startsWith('store/')))('%s leaves SQL to the store', (file) => {
    const text = withoutComments(file)
    expect(text).not.toMatch(/\.sqlite\b/)
    expect(text).not.toMatch(/['"`]\s*(select\s[^'"`]*\sfrom|insert into|update \w+ set|delete from|pragma)\s/i)
  })

  it('no file is too large to be read in one go; tables and definitions apart', () => {
    const large = layered
      .filter((file) => !tables.test(file))
      .map((file) => ({ file, lines: readFileSync(join('src', file), 'utf8').split('\n').length }))
      .filter(({ lines }) => lines > MOST_LINES)
    expect(large).toEqual([])
  })
})
