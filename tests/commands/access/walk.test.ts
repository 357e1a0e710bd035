import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inflateRawSync } from 'node:zlib'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { commandTree, type Leaf } from '../../support/command-tree.ts'
import { type RunOptions, runMain } from '../../support/run-main.ts'

const SECRETS = {
  mobile: '13857101236',
  second: '13957104477',
  landline: '057188651234',
  id: '330106198506011234',
  email: 'wangweiming@example.com',
  guest: '13705712288',
  inText: '13605719090',
  house: '88号3幢201室',
} as const

const folder = mkdtempSync(join(tmpdir(), 'kehu-walk-'))
const LIST = join(folder, '名单.csv')
const admin: RunOptions = { env: { KEHU_USER: 'boss', LANG: 'zh_CN.UTF-8' } }
const blind: RunOptions = { env: { KEHU_USER: 'blind', LANG: 'zh_CN.UTF-8' } }

/** A post that may do everything but see a number whole: what it can't get, nobody below it can. */
const POLICY = `posts:
  blind: { zh: 试看, en: blind, read: '*', write: '*', export: '*', merge: true, delete: '*' }
`
const ROWS = [
  '姓名,手机,座机,身份证号,邮箱,地址,备注',
  `王伟明,${SECRETS.mobile},0571-88651234,${SECRETS.id},${SECRETS.email},杭州市西湖区文三路${SECRETS.house},家里电话 ${SECRETS.inText}`,
  `王伟明,138-5710-1236,,,,杭州市西湖区文三路${SECRETS.house},`,
  `李丽,${SECRETS.second},,,,,微信同手机 ${SECRETS.second}`,
  '赵敏,1395710,,33010619850601123,,,',
  `,,,,,,退回的行 ${SECRETS.mobile}x`,
].join('\n')

beforeAll(async () => {
  const run = async (...args: string[]) => {
    const done = await runMain(folder, args, admin)
    expect([args[0], done.status]).not.toEqual([args[0], 2])
    return done
  }
  writeFileSync(join(folder, 'blind.yaml'), POLICY)
  writeFileSync(LIST, ROWS)
  mkdirSync(join(folder, 'work'))
  await run('init')
  await run('import', LIST)
  await run('log', 'C000001', `来电 让回 ${SECRETS.inText} 或 138 5710 1236`)
  await run('complain', 'C000001', `打 ${SECRETS.mobile} 没人接`)
  await run('demand', 'add', 'C000001', `装修，联系 ${SECRETS.second}`)
  await run('card', 'book', '王伟明', '--phone', SECRETS.guest, '--on', '2026-11-22', '--meal', 'dinner')
  await run('info', 'add', '老周', `他说 ${SECRETS.inText} 是总机`, '--phone', SECRETS.guest)
  await run('plan', 'add', 'C000001', `打 ${SECRETS.mobile}`)
  await run('deal', 'add', 'C000001', '1200', '--remark', `送到文三路${SECRETS.house}，${SECRETS.mobile}`)
  await run('survey', 'new', '满意度', '--ask', '服务')
  await run('requests', 'add', 'C000001', `电话改成 ${SECRETS.second}`)
  await run('edit', 'C000003', '--set', `phone=${SECRETS.second}`, '--reason', `本人 ${SECRETS.second} 来电`)
  await run('verify', 'run')
  await run('dedupe', 'run', '--no-merge')
  await run('tier', 'run')
  await run('staff', 'add', 'boss', '--post', 'admin')
  await run('access', 'load', join(folder, 'blind.yaml'))
  const added = await run('staff', 'add', 'blind', '--post', 'blind')
  expect(added.status).toBe(0)
  await run('staff', 'add', 'li', '--post', 'booking')
  copyFileSync(join(folder, 'kehu.db'), join(folder, 'template'))
}, 60_000)
// Each command meets the same book, whatever the one before it did.
beforeEach(() => copyFileSync(join(folder, 'template'), join(folder, 'kehu.db')))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

/** A value for each argument by its name; another name gets a code, which most of them take. */
const VALUE: Readonly<Record<string, string>> = {
  files: LIST,
  file: LIST,
  id: '2',
  number: '1',
  words: '王',
  name: '满意度',
  form: 'F7',
  content: '写一句',
  text: '写一句',
  what: 'customers',
  login: 'somebody',
  who: 'blind',
  post: 'blind',
  amount: '100',
  guest: SECRETS.guest,
  booking: '1',
  day: '2026-12-01',
  kind: 'birthday',
  'field=value': 'remark=好',
  address: `文一路${SECRETS.house}`,
  other: 'C000003',
  one: 'C000001',
  level: 'A',
  title: '跟进',
  provider: '老周',
  department: '企划部',
  value: 'Asia/Shanghai',
  area: 'dining',
  role: 'decides',
  scheme: 'property',
  stage: 'analyse',
  tag: '常客',
  alias: '小王',
  relation: 'friend',
  class: 'market',
}
/** Commands that end the walk, by putting another book in this one's place. */
const LAST: ReadonlySet<string> = new Set(['restore', 'encrypt', 'decrypt', 'rekey'])
/** Other ways of the same command that show more. */
const MORE: Readonly<Record<string, readonly (readonly string[])[]>> = {
  show: [['C000001', '--all'], ['C000001', '--json'], ['王'], ['没有这个人13857101236']],
  find: [['13857101236'], ['1236', '--json'], ['文三路'], ['13857101236', '--table']],
  why: [['C000001'], ['C000001', '--json'], ['C000001', 'mobile']],
  operations: [[], ['--json'], ['2'], ['9', '--json'], ['-n', '100', '--json']],
  export: [
    ['customers', '--purpose', 'service'],
    ['contacts', '--purpose', 'service', '-o', 'contacts.xlsx'],
    ['customers', '--purpose', 'service', '-o', 'all.xlsx', '--show-pii'],
    ['customers', '--purpose', 'service', '-o', 'all.csv'],
    ['customers', '--purpose', 'service', '-o', 'gbk.csv', '--encoding', 'gb18030'],
    ['customers', '--purpose', 'service', '-o', 'all.vcf'],
    ['customers', '--purpose', 'service', '--json'],
    ['addresses', '--purpose', 'service', '-o', 'places.jsonl'],
    ['interactions', '--csv'],
    ['deals', '-o', 'deals.csv'],
  ],
  'report show': [
    ...[
      'weekly',
      'monthly',
      'roster',
      'sales',
      'tiers',
      'addresses',
      'keypeople',
      'chronicle',
      'prospects',
      'changes',
    ].map((name) => [name]),
    ['directory'],
    ['directory', '-o', 'directory.html'],
    ['directory', '-o', 'directory.xlsx'],
    ['contacts', '--json'],
    ['weekly', '-o', 'weekly.md'],
    ['card', '-o', 'card.html'],
  ],
  import: [[LIST], [LIST, '--dry-run'], [LIST, '--dry-run', '--json']],
  profile: [[LIST], [LIST, '--json']],
  'verify findings': [['--json'], ['C000004']],
  'verify run': [
    ['--rows', 'findings.xlsx'],
    ['--rows', 'findings.csv'],
    ['--examples', '9'],
  ],
  'verify calls': [['-o', 'calls.xlsx', '--within', '4000']],
  'dedupe run': [
    [LIST, '--dry-run'],
    [LIST, '--out', 'pairs.csv'],
    ['--dry-run', '--json'],
  ],
  'dedupe explain': [
    ['C000001', 'C000002'],
    ['C000001', 'C000002', '--json'],
  ],
  'card print': [
    ['C000001', '-o', 'cards.html'],
    ['--on', '2026-11-22', '-o', 'day.html'],
  ],
  'card due': [
    ['--on', '2026-11-22'],
    ['--on', '2026-11-22', '--json'],
  ],
  'clean run': [[], ['--rows', 'repairs.xlsx'], ['--examples', '9', '--json']],
  'intake F7': [['F7', '--customer', 'C000001']],
  access: [['--json']],
  'audit access': [['--json'], ['C000001']],
}

/** What flags get that a command can't do without. */
const FLAG: Readonly<Record<string, string>> = {
  '--output': 'out.xlsx',
  '--post': 'blind',
  '--rule': 'phone-format',
  '--result': 'done',
  '--due': '2026-12-01',
  '--to': '李明',
  '--reason': `${SECRETS.mobile} 来电`,
  '--when': 'deal_count >= 0',
  '--truth': '姓名',
  '--amount': '100',
}

const argsOf = ({ args, mandatory }: Leaf): string[] => [
  ...args.flatMap(({ name, required }) => (required || OPTIONAL.has(name) ? [VALUE[name] ?? 'C000001'] : [])),
  ...mandatory.flatMap((flag) => [flag, FLAG[flag] ?? 'x']),
]
const OPTIONAL: ReadonlySet<string> = new Set(['customer', 'content', 'text', 'answer', 'amount', 'number'])

/** Everything a run gave: what it said, and what it wrote, workbooks opened. */
function given(): string {
  const work = join(folder, 'work')
  const texts = readdirSync(work, { recursive: true, encoding: 'utf8' })
    .filter((name) => statSync(join(work, name)).isFile())
    .map((name) => opened(readFileSync(join(work, name))))
  rmSync(work, { recursive: true, force: true })
  mkdirSync(work)
  return texts.join('\n')
}

/** A file as text; of a zip every entry. */
function opened(bytes: Buffer): string {
  if (bytes.subarray(0, 2).toString() !== 'PK') return bytes.toString('utf8')
  let text = ''
  for (let at = 0; ; ) {
    at = bytes.indexOf('PK\u0001\u0002', at, 'latin1')
    if (at === -1) return text
    const size = bytes.readUInt32LE(at + 20)
    const local = bytes.readUInt32LE(at + 42)
    const start = local + 30 + bytes.readUInt16LE(local + 26) + bytes.readUInt16LE(local + 28)
    const body = bytes.subarray(start, start + size)
    text += bytes.readUInt16LE(at + 10) === 8 ? inflateRawSync(body).toString('utf8') : body.toString('utf8')
    at += 46
  }
}

/** Which secrets stand in a text, however they are written. */
function leaks(text: string): string[] {
  const tight = text.normalize('NFKC').replace(/(?<=\d)[ \-().\u00a0]{1,2}(?=\d)/g, '')
  return Object.entries(SECRETS).flatMap(([name, secret]) =>
    text.includes(secret) || tight.includes(secret) ? [name] : [],
  )
}

const tree = await commandTree()
const work = join(folder, 'work')

describe('a post that may do everything but see numbers whole', () => {
  it('is shown that the walk can fail: the same commands do show them to somebody else', async () => {
    const seen = await runMain(work, ['show', 'C000001', '--all', '--unmask', '测试'], admin)
    expect(leaks(seen.stdout).sort()).toEqual(['email', 'house', 'id', 'inText', 'landline', 'mobile', 'second'].sort())
    given()
  })

  it.each(tree.filter(({ path }) => !LAST.has(path)))('gets none from $path', async (leaf) => {
    const runs = [argsOf(leaf), [...argsOf(leaf), '--json'], ...(MORE[leaf.path] ?? [])]
    const found: string[] = []
    for (const args of runs) {
      const line = [...leaf.path.split(' '), ...args, '--no-input']
      const { stdout, stderr } = await runMain(work, line, blind)
      found.push(
        ...leaks(`${stdout}\n${stderr}\n${leaf.path === 'backup' ? '' : given()}`).map(
          (name) => `${name}: ${line.join(' ')}`,
        ),
      )
    }
    expect(found).toEqual([])
  })

  it('reached the end: the walk did not stop at the door', async () => {
    const run = await runMain(work, ['find', '王', '--table'], blind)
    expect(run.stdout).toContain('138****1236')
    expect(run.status).toBe(0)
  })
})

describe('a booking clerk', () => {
  it.each(tree.filter(({ path }) => !LAST.has(path)))('gets none from $path', async (leaf) => {
    const { stdout, stderr } = await runMain(work, [...leaf.path.split(' '), ...argsOf(leaf), '--no-input'], {
      env: { KEHU_USER: 'li' },
    })
    expect(leaks(`${stdout}\n${stderr}\n${given()}`)).toEqual([])
  })
})
