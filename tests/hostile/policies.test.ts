import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { kehu } from '../support/kehu.ts'

const dir = mkdtempSync(join(tmpdir(), 'kehu-hostile-policies-'))
afterAll(() => rmSync(dir, { recursive: true, force: true }))
beforeAll(() => {
  kehu(dir, ['init', '-q'])
  writeFileSync(join(dir, 'a.csv'), '姓名,手机\n张伟,13900000001\n')
  kehu(dir, ['import', 'a.csv', '-q'])
})

const segment = (when: string): string =>
  `segments:\n  - key: vip\n    title: { zh: 贵, en: vip }\n    when: ${JSON.stringify(when)}\n`
const laughs = `a: &a [x,x,x,x,x,x,x,x,x]\n${'bcdefgh'
  .split('')
  .map((letter, n) => `${letter}: &${letter} [${Array(9).fill(`*${'abcdefgh'[n]}`).join(',')}]`)
  .join('\n')}\nsegments: *h\n`

/** A policy file, the command that reads it, and the exit codes it may end with. */
const attacks: [string, string, string, readonly string[], readonly number[]][] = [
  ['aliases that grow without end', 'segments.yaml', laughs, ['segment', 'run'], [1, 2]],
  ['an alias of itself', 'segments.yaml', 'segments: &a [*a]\n', ['segment', 'run'], [1, 2]],
  [
    'a tag that makes a function',
    'segments.yaml',
    'segments: !!js/function "function(){ process.exit(66) }"\n',
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'a tag that makes an object',
    'segments.yaml',
    'segments: !!python/object/apply:os.system ["touch owned"]\n',
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'a key of the prototype',
    'segments.yaml',
    '__proto__: { polluted: 1 }\nconstructor: { prototype: { polluted: 1 } }\n',
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'a file of two megabytes',
    'segments.yaml',
    `segments: []\n# ${'x'.repeat(2_000_000)}\n`,
    ['segment', 'run'],
    [1, 2],
  ],
  [
    'brackets ten thousand deep',
    'segments.yaml',
    `segments: ${'['.repeat(10_000)}${']'.repeat(10_000)}\n`,
    ['segment', 'run'],
    [1, 2],
  ],
  [
    'a condition ten thousand deep',
    'segments.yaml',
    segment(`${'('.repeat(10_000)}true${')'.repeat(10_000)}`),
    ['segment', 'run'],
    [1, 2],
  ],
  [
    'a condition a hundred thousand long',
    'segments.yaml',
    segment(Array(20_000).fill('purchases_total > 1.0').join(' && ')),
    ['segment', 'run'],
    [0, 1, 2],
  ],
  ['a pattern that runs for ever', 'segments.yaml', segment(`name.matches("(a+)+$")`), ['segment', 'run'], [1, 2]],
  ['a condition that calls out', 'segments.yaml', segment('process.exit(66)'), ['segment', 'run'], [1, 2]],
  [
    'a condition that reaches for the constructor',
    'segments.yaml',
    segment('name.constructor("return process")().exit(66)'),
    ['segment', 'run'],
    [1, 2],
  ],
  [
    'a condition that reaches for the prototype',
    'segments.yaml',
    segment('f["__proto__"]["polluted"] == "1"'),
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'lists in lists in lists',
    'segments.yaml',
    segment(
      '[1,2,3,4,5,6,7,8,9].all(a, [1,2,3,4,5,6,7,8,9].all(b, [1,2,3,4,5,6,7,8,9].all(c, [1,2,3,4,5,6,7,8,9].all(d, [1,2,3,4,5,6,7,8,9].all(e, a+b+c+d+e > 0)))))',
    ),
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'a text that doubles itself',
    'segments.yaml',
    segment(`(name + name + name + name).size() > 1${' && (name + name).size() > 1'.repeat(500)}`),
    ['segment', 'run'],
    [0, 1, 2],
  ],
  [
    'a list of values out of another folder',
    'checks.yaml',
    'rules:\n  - id: x\n    title: { zh: 甲, en: x }\n    field: name\n    in_file: ../../../../etc/passwd\n',
    ['verify'],
    [1, 2],
  ],
  [
    'a rule with a pattern that runs for ever',
    'checks.yaml',
    'rules:\n  - id: x\n    title: { zh: 甲, en: x }\n    field: name\n    pattern: "^(a+)+$"\n',
    ['verify'],
    [0, 1, 2, 5, 6],
  ],
  [
    'a report that is named by a path',
    'reports/x.yaml',
    'name: ../../owned\ntitle: { zh: 甲, en: x }\n',
    ['report', 'list'],
    [0, 1, 2],
  ],
  [
    'a receiver who is a header',
    'reports.yaml',
    'receivers:\n  - name: a\n    mail: "a@b.example\\r\\nBcc: evil@evil.example"\nreports:\n  - report: weekly\n    to: [a]\n',
    ['report', 'run', '--due', '--dry-run'],
    [0, 1, 2, 7],
  ],
  [
    'a folder that climbs out',
    'reports.yaml',
    'reports:\n  - report: weekly\n    to: { folder: "../../../owned" }\n',
    ['report', 'run', '--due', '--dry-run'],
    [0, 1, 2, 7],
  ],
  [
    'a form with a key of the prototype',
    'forms/x.yaml',
    'name: __proto__\ntitle: { zh: 甲, en: x }\nfields:\n  - key: __proto__\n',
    ['intake', '--list'],
    [0, 1, 2],
  ],
  [
    'a scheme that divides by nothing',
    'tiers/x.yaml',
    'key: x\nlevels:\n  - level: A\n    clauses:\n      - when: "1 / 0 > 1"\n',
    ['tier', 'run', '--scheme', 'x'],
    [0, 1, 2],
  ],
]

describe('a hostile policy', () => {
  it.each(attacks)('%s', (_what, file, text, args, codes) => {
    const path = join(dir, 'policies', file)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, text)
    const started = performance.now()
    const run = kehu(dir, args)
    expect(codes, `${run.status} ${run.stdout.slice(0, 300)} ${run.stderr.slice(0, 1500)}`).toContain(run.status)
    expect(run.stderr).not.toMatch(/\n\s+at |bug in kehu/)
    expect(run.stdout + run.stderr).not.toContain('root:x:0')
    expect(performance.now() - started).toBeLessThan(50_000)
    for (const owned of ['owned', '../owned', '../../owned']) expect(existsSync(join(dir, owned))).toBe(false)
    rmSync(join(dir, 'policies'), { recursive: true })
  })

  it('a folder of policies that is a link to itself is told', () => {
    symlinkSync('policies', join(dir, 'policies'))
    const run = kehu(dir, ['segment', 'run'])
    expect(run.stderr).not.toMatch(/\n\s+at |bug in kehu/)
    rmSync(join(dir, 'policies'))
  })
})
