// How much of what the generator hides is read right, per field and noise, and how fast each normaliser is.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { parseAddress } from '../../src/domain/normalize/address.ts'
import { areaCodeOfCity } from '../../src/domain/normalize/area.ts'
import { parseCitizenId } from '../../src/domain/normalize/citizen-id.ts'
import { parseDate } from '../../src/domain/normalize/date.ts'
import { divisionOf, isMunicipality } from '../../src/domain/normalize/divisions.ts'
import { parseEmail } from '../../src/domain/normalize/email.ts'
import { foldKey, foldText } from '../../src/domain/normalize/fold.ts'
import { parseMoney } from '../../src/domain/normalize/money.ts'
import { nameKind } from '../../src/domain/normalize/name-kind.ts'
import { parseOrgName } from '../../src/domain/normalize/org-name.ts'
import { parsePersonName } from '../../src/domain/normalize/person-name.ts'
import { parsePhones } from '../../src/domain/normalize/phones.ts'
import { toPinyin } from '../../src/domain/normalize/pinyin.ts'
import { parseUscc } from '../../src/domain/normalize/uscc.ts'

type Row = Record<string, string>
interface Score {
  right: number
  expected: number
  readonly wrong: string[]
}

const fields = [
  'mobiles',
  'phones',
  'email',
  'id_number',
  'id_valid',
  'birthday',
  'registered_on',
  'division',
  'kind',
] as const
type Field = (typeof fields)[number]

export async function bench(args: string[]): Promise<void> {
  const generator = join(process.env['KEHU_DATA'] ?? '../shared/data', 'generator', 'gen-customers.mjs')
  if (!existsSync(generator)) {
    console.log(`skipped: needs ${generator} (set KEHU_DATA)\nmet 0 of 0`)
    return
  }
  const rows = Number(args.find((arg) => /^\d+$/.test(arg)) ?? 20_000)
  const seed = args.find((arg) => arg.startsWith('seed='))?.slice(5) ?? '11'
  const show = args.includes('show')
  let met = 0
  let of = 0
  for (const noise of ['light', 'normal', 'hard']) {
    const { customers, truth, detail } = generate(generator, rows, noise, seed, 'mixed')
    const scores = compare(customers, truth, detail)
    for (const field of fields) {
      const { right, expected, wrong } = scores[field]
      const share = expected === 0 ? 1 : right / expected
      of++
      if (share >= 0.99) met++
      console.log(
        `${noise.padEnd(7)} ${field.padEnd(14)} ${String(right).padStart(7)} / ${String(expected).padEnd(7)} ${(share * 100).toFixed(2)} %${share >= 0.99 ? '' : '  wanted 99 %'}`,
      )
      if (show) for (const line of wrong.slice(0, 15)) console.log(`        ${line}`)
    }
  }
  const speed = time(generate(generator, rows, 'normal', seed, 'zh').customers)
  of++
  if (speed < 8) met++
  console.log(`all fields of a row: ${speed.toFixed(2)} µs, wanted 8`)
  console.log(`met ${met} of ${of}`)
}

function generate(
  generator: string,
  rows: number,
  noise: string,
  seed: string,
  lang: string,
): { customers: Row[]; truth: Row[]; detail: Row[] } {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-normalize-'))
  const options = [
    '--rows',
    String(rows),
    '--noise',
    noise,
    '--seed',
    seed,
    '--lang',
    lang,
    '--purchases',
    '0',
    '--interactions',
    '0',
    '--out',
    folder,
  ]
  execFileSync(process.execPath, [generator, ...options], { stdio: 'ignore' })
  const made = {
    customers: read(join(folder, 'customers.csv')),
    truth: read(join(folder, 'truth_fields.csv')),
    detail: read(join(folder, 'truth_detail.csv')),
  }
  rmSync(folder, { recursive: true })
  return made
}

const read = (file: string): Row[] => parse(readFileSync(file), { columns: true, relax_column_count: true }) as Row[]

function compare(customers: readonly Row[], truth: readonly Row[], detail: readonly Row[]): Record<Field, Score> {
  const scores = Object.fromEntries(
    fields.map((field) => [field, { right: 0, expected: 0, wrong: [] }]),
  ) as unknown as Record<Field, Score>
  const count = (field: Field, wanted: string, got: string, raw: string): void => {
    const score = scores[field]
    score.expected++
    if (wanted === got) score.right++
    else score.wrong.push(`${JSON.stringify(raw)} wanted ${wanted} got ${got}`)
  }
  customers.forEach((row, i) => {
    comparePhones(row, truth[i]!, count)
    compareRest(row, truth[i]!, detail[i]!, count)
  })
  return scores
}

type Count = (field: Field, wanted: string, got: string, raw: string) => void

// A typo that changed the number of digits can't be read by anybody; the other numbers can.
const readable = (mobile: string): boolean => mobile.startsWith('+') || /^1[3-9]\d{9}$/.test(mobile)

function comparePhones(row: Row, truth: Row, count: Count): void {
  const place = parseAddress(row['详细地址'] ?? '', {
    province: row['省份'] ?? '',
    city: row['城市'] ?? '',
    district: row['区县'] ?? '',
  })
  const city = place.ok ? (place.value.city ?? '') : ''
  const areaCode = areaCodeOfCity(city)
  const options = areaCode === undefined ? {} : { areaCode }
  const cells = [row['手机'] ?? '', row['固定电话'] ?? '', /电话(\d{11})/.exec(row['备注'] ?? '')?.[1] ?? '']
  const found = cells.flatMap((cell) => parsePhones(cell, options).phones)
  const mobiles = new Set(
    found.filter((phone) => phone.type === 'mobile' || phone.type === 'intl').map((phone) => phone.canonical),
  )
  for (const mobile of truth['mobiles']!.split(';').filter((m) => m !== '' && readable(m))) {
    count('mobiles', mobile, mobiles.has(mobile) ? mobile : [...mobiles].join(' '), cells.join(' | '))
  }
  const lines = found
    .filter((phone) => phone.type === 'landline' || phone.type === 'service')
    .map(
      (phone) =>
        (phone.type === 'service' ? phone.canonical.replaceAll('-', '') : phone.canonical) +
        (phone.ext ? `-${phone.ext}` : ''),
    )
  for (const line of truth['phones']!.split(';').filter((l) => l !== '')) {
    // Without an area code only the address can tell it.
    const lost =
      /-\d{3}$/.test(line) && !cells.some((cell) => cell.includes(line.slice(-3), cell.length - 4))
        ? line.slice(0, -4)
        : line
    const wanted =
      areaCode === undefined && !cells.some((cell) => cell.includes(line.split('-')[0]!.slice(1)))
        ? lost.replace(/^0\d+-/, '')
        : lost
    count('phones', wanted, lines.includes(wanted) ? wanted : lines.join(' '), cells.join(' | '))
  }
}

function compareRest(row: Row, truth: Row, detail: Row, count: Count): void {
  if (truth['email'] !== '') {
    const email = parseEmail(row['邮箱']!)
    count('email', truth['email']!, email.ok ? email.value : '', row['邮箱']!)
  }
  if (truth['id_number'] !== '') compareId(row['证件号码']!, truth, detail, count)
  if (truth['birthday'] !== '') {
    const date = parseDate(row['出生日期']!)
    count('birthday', truth['birthday']!, date.ok ? date.value.partial : '', row['出生日期']!)
  }
  const on = parseDate(row['登记日期']!)
  count('registered_on', truth['registered_on']!, on.ok ? on.value.partial : '', row['登记日期']!)
  const place = parseAddress(row['详细地址']!, { province: row['省份']!, city: row['城市']!, district: row['区县']! })
  if (truth['division'] !== '') {
    const raw = [row['省份'], row['城市'], row['区县'], row['详细地址']].join(' | ')
    const got = place.ok ? (place.value.division ?? '') : ''
    // Where the writing tells less than the truth (a district alone that several cities have), less is right.
    const ambiguous = place.ok && place.notes?.some((note) => note.code === 'division-ambiguous')
    const typo = row['区县'] === '' && /address:(?:homophone|fuzzy|lookalike|swap|drop-char)/.test(detail['errors']!)
    if (!ambiguous && !typo) count('division', presentCode(truth['division']!), got, raw)
  }
  const kind = nameKind(row['客户名称']!)
  if (kind !== 'unknown') count('kind', detail['kind']!.startsWith('person') ? 'person' : 'org', kind, row['客户名称']!)
}

/** The generator's code as GB/T 2260 has it: 3301 is 330100, a city of 北京 is 北京, a zone of statistics its city. */
function presentCode(code: string): string {
  if (code.length === 4) return isMunicipality(code) ? `${code.slice(0, 2)}0000` : `${code}00`
  if (divisionOf(code) !== undefined) return code
  return isMunicipality(code) ? `${code.slice(0, 2)}0000` : `${code.slice(0, 4)}00`
}

function compareId(raw: string, truth: Row, detail: Row, count: Count): void {
  const company = !detail['kind']!.startsWith('person')
  const code = company ? parseUscc(raw) : null
  const citizen = company ? null : parseCitizenId(raw)
  const value = code?.ok ? code.value : citizen?.ok ? citizen.value.id : ''
  const valid = code?.ok
    ? !(code.notes ?? []).some((note) => note.code === 'uscc-check')
    : citizen?.ok
      ? citizen.value.valid
      : false
  count('id_number', truth['id_number']!, value, raw)
  const birth = /^\d{6}(\d{4})(\d{2})(\d{2})/.exec(truth['id_number']!)
  const day = birth !== null && !company && parseDate(`${birth[1]}-${birth[2]}-${birth[3]}`).ok
  if (company || day) count('id_valid', truth['id_valid']!, valid ? '1' : '0', raw)
}

/** Microseconds a row of the generator takes, all its cells normalised. */
function time(rows: readonly Row[]): number {
  const jobs: [string, (row: Row) => unknown][] = [
    ['mobile', (row) => parsePhones(row['手机']!)],
    ['phone', (row) => parsePhones(row['固定电话']!)],
    ['kind', (row) => nameKind(row['客户名称']!)],
    [
      'name',
      (row) => (row['客户类型'] === '个人' ? parsePersonName(row['客户名称']!) : parseOrgName(row['客户名称']!)),
    ],
    ['contact', (row) => (row['联系人'] === '' ? null : parsePersonName(row['联系人']!))],
    ['pinyin', (row) => toPinyin(row['客户名称']!)],
    ['email', (row) => (row['邮箱'] === '' ? null : parseEmail(row['邮箱']!))],
    ['id', (row) => (row['证件号码'] === '' ? null : parseUscc(row['证件号码']!))],
    ['birthday', (row) => (row['出生日期'] === '' ? null : parseDate(row['出生日期']!))],
    ['registered', (row) => parseDate(row['登记日期']!)],
    [
      'address',
      (row) => parseAddress(row['详细地址']!, { province: row['省份']!, city: row['城市']!, district: row['区县']! }),
    ],
    ['fold', (row) => foldText(row['备注']!)],
    ['key', (row) => foldKey(row['客户名称']!)],
    ['money', (_) => parseMoney('12,000.00')],
  ]
  let total = 0
  for (const [name, job] of jobs) {
    for (const row of rows.slice(0, 5000)) job(row)
    // Processor time, the best of five: other work on the machine only ever adds.
    let each = Number.POSITIVE_INFINITY
    for (let pass = 0; pass < 5; pass++) {
      const start = process.cpuUsage()
      for (const row of rows) job(row)
      each = Math.min(each, process.cpuUsage(start).user / rows.length)
    }
    total += each
    console.log(
      `${name.padEnd(12)} ${each.toFixed(2)} µs, ${Math.round(1_000_000 / each).toLocaleString('en-US')} a second`,
    )
  }
  return total
}
