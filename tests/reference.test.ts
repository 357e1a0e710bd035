import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../src/commands/context.ts'
import { createProgram } from '../src/commands/program.ts'
import type { Reason } from '../src/model/parsed.ts'
import { sayIn, tell } from '../src/render/text/index.ts'
import { kehu } from './support/kehu.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-help-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))

const UPDATE = process.env['UPDATE'] === '1'

/** The whole tree of commands, each with its help as `--help` shows it. */
async function helpPages(): Promise<Map<string, string>> {
  let said = ''
  const io = {
    out: (text: string) => {
      said += text
    },
    err: () => {},
    outIsTty: false,
    width: 80,
    height: 0,
    pager: () => false,
  }
  const program = await createProgram(
    {
      io,
      say: sayIn('en'),
      tell: ({ code, params }: Reason) => tell('en', code, params),
      lang: 'en',
      env: {},
    } as unknown as Context,
    ['help'],
  )
  const pages = new Map<string, string>()
  const walk = (command: Command, name: string): void => {
    said = ''
    command.outputHelp()
    pages.set(name, said.trimEnd())
    for (const child of command.commands) if (child.name() !== 'help') walk(child, `${name} ${child.name()}`.trim())
  }
  walk(program, '')
  return pages
}

/** Help as the body of a man page. */
const troff = (text: string): string =>
  text
    .replaceAll('\\', '\\e')
    .replace(/^([.'])/gm, '\\&$1')
    .replaceAll('-', '\\-')

describe('help', () => {
  let pages = new Map<string, string>()
  beforeAll(async () => {
    pages = await helpPages()
  })

  it('fits 80 columns everywhere', () => {
    const wide = [...pages].flatMap(([name, text]) =>
      text
        .split('\n')
        .filter((line) => [...line].length > 80)
        .map((line) => `${name}: ${line}`),
    )
    expect(wide).toEqual([])
  })

  it('is the reference page, word for word', () => {
    const text = `# Reference\n\nMade by running every \`--help\`; a test fails when this page and the program differ.\n${[
      ...pages,
    ]
      .map(([name, help]) => `\n## kehu${name === '' ? '' : ` ${name}`}\n\n\`\`\`text\n${help}\n\`\`\`\n`)
      .join('')}`
    if (UPDATE) writeFileSync('docs/reference.md', text)
    else expect(readFileSync('docs/reference.md', 'utf8')).toBe(text)
  })

  it('is the man pages, word for word', () => {
    const made = new Map(
      [...pages]
        .filter(([name]) => !name.includes(' '))
        .map(([name, help]) => {
          const title = name === '' ? 'kehu' : `kehu-${name}`
          const parts = [...pages]
            .filter(([one]) => one.startsWith(`${name} `) && name !== '')
            .map(([one, text]) => `.SH ${one.toUpperCase()}\n.nf\n${troff(text)}\n.fi\n`)
          const page = `.TH ${title.toUpperCase()} 1 "" "kehu"\n.SH NAME\n${title} \\- customer book on the command line\n.SH DESCRIPTION\n.nf\n${troff(help)}\n.fi\n${parts.join('')}`
          return [`${title}.1`, page] as const
        }),
    )
    if (UPDATE) {
      rmSync('docs/man', { recursive: true, force: true })
      mkdirSync('docs/man', { recursive: true })
      for (const [name, page] of made) writeFileSync(join('docs/man', name), page)
    }
    expect(existsSync('docs/man')).toBe(true)
    expect(readdirSync('docs/man').sort()).toEqual([...made.keys()].sort())
    for (const [name, page] of made) expect(readFileSync(join('docs/man', name), 'utf8'), name).toBe(page)
  })

  it.each(['formats', 'encodings', 'exit-codes', 'environment', 'rules'])(
    'has a topic %s in both languages',
    (topic) => {
      for (const lang of ['zh', 'en']) {
        const run = kehu(dir, ['--lang', lang, 'help', topic])
        expect(run.status).toBe(0)
        expect(run.stdout.split('\n').length).toBeGreaterThan(4)
      }
    },
  )

  it.each([[[]], [['help']], [['-h']], [['--help']], [['import', '-h']], [['help', 'import']]])(
    '%j is help and ends with 0',
    (words) => {
      const run = kehu(dir, words)
      expect([run.status, run.stderr]).toEqual([0, ''])
      expect(run.stdout).toContain('Usage:')
    },
  )
})
