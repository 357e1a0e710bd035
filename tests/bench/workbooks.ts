import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createSheetReader } from '../../src/domain/intake/sheet-reader.ts'
import { foldKey } from '../../src/domain/normalize/fold.ts'
import { formatFen } from '../../src/domain/normalize/money.ts'
import { openTableFile } from '../../src/files/open-table-file.ts'
import type { CustomerRef, RowReading, TableReading } from '../../src/model/intake.ts'
import { type ExpectedFile, type Got, type Listed, placing, rules, warningCodes } from './workbook-truth.ts'

interface Sheet {
  readonly name: string
  readonly readings: ReadonlyMap<number, RowReading>
  readonly tables: readonly TableReading[]
}

export interface Score {
  fields: number
  fieldsRight: number
  warnings: number
  warningsRight: number
  readonly fates: Record<'accepted' | 'skipped' | 'rejected', { right: number; all: number }>
  readonly differences: string[]
}

async function readWorkbook(path: string): Promise<{ sheets: Sheet[]; encoding: string | undefined }> {
  const file = await openTableFile(path)
  const sheets: Sheet[] = []
  let customersKnown = false
  try {
    for await (const { info, chunks } of file.sheets) {
      const reader = createSheetReader(info, { today: '2026-01-01', customersKnown })
      const readings: RowReading[] = []
      for await (const chunk of chunks) readings.push(...reader.push(chunk))
      readings.push(...reader.finish())
      const tables = reader.reading()
      if (
        readings.some(({ parties }) => parties.length > 0) &&
        tables.some(({ role }) => role === 'customers' || role === 'mixed' || role === 'forms')
      )
        customersKnown = true
      sheets.push({ name: info.name, readings: new Map(readings.map((reading) => [reading.row, reading])), tables })
    }
  } finally {
    await file.close()
  }
  return { sheets, encoding: file.encoding?.encoding }
}

/** The customer rows a reference means, by the rules the import uses: code, credit code, phone with name, name alone. */
function findCustomers(sheets: readonly Sheet[], ref: CustomerRef): { places: string[]; byName: boolean } {
  const places: { place: string; reading: RowReading }[] = sheets.flatMap(({ name, readings }) =>
    [...readings.values()]
      .filter(({ parties }) => parties.length > 0)
      .map((reading) => ({ place: `${name}!${reading.row}`, reading })),
  )
  const has = (test: (reading: RowReading) => boolean): string[] =>
    places.filter(({ reading }) => test(reading)).map(({ place }) => place)
  const nameOf = (reading: RowReading): string => foldKey(reading.parties[0]?.values.name ?? '')
  if (ref.code !== undefined)
    return { places: has(({ parties }) => parties[0]!.values.source_code === ref.code), byName: false }
  const key = foldKey(ref.name ?? '')
  if (ref.phone !== undefined) {
    const same = has(
      (reading) =>
        reading.parties[0]!.contacts.some((contact) => contact.canonical === ref.phone) &&
        (key === '' || nameOf(reading) === key),
    )
    if (same.length > 0) return { places: same, byName: false }
  }
  return { places: key === '' ? [] : has((reading) => nameOf(reading) === key), byName: true }
}

interface Found {
  readonly customer: string | null
  readonly codes: string[]
}

function customerOf(sheets: readonly Sheet[], sheet: string, reading: RowReading, ref: CustomerRef | null): Found {
  if (ref === null) return { customer: reading.parties.length > 0 ? `${sheet}!${reading.row}` : null, codes: [] }
  const { places, byName } = findCustomers(sheets, ref)
  const known = new Set(places)
  if (known.size === 1 || (places.length > 1 && !byName))
    return { customer: places[0]!, codes: byName ? ['matched-by-name-only'] : [] }
  return { customer: null, codes: places.length > 1 ? [`ambiguous-customer:${places.join('|')}`] : [] }
}

/** Amounts of deals as the truth writes them, beside all else a reading says. */
const spoken = (reading: RowReading): string =>
  JSON.stringify([
    reading,
    reading.deals.map(({ amount, paid, unit_price }) =>
      [amount, paid, unit_price].map((fen) => (fen === undefined ? null : formatFen(fen))),
    ),
  ])

/** A field the bench has no rule for: right where every value of it stands somewhere in what the row gave. */
function holds(said: string, wanted: unknown): boolean {
  if (wanted === null || typeof wanted === 'boolean') return true
  if (Array.isArray(wanted)) return wanted.every((one) => holds(said, one))
  if (typeof wanted === 'object') return Object.values(wanted).every((one) => holds(said, one))
  if (typeof wanted === 'number')
    return (
      said.includes(`"${wanted}"`) ||
      said.includes(`"${wanted.toFixed(2)}"`) ||
      said.includes(`${wanted}~`) ||
      said.includes(`~${wanted}`)
    )
  return wanted !== '' && said.includes(JSON.stringify(wanted).slice(1, -1))
}

/** Fields of one listed thing against what the row gave. */
function compareFields(listed: Listed, got: Got): { right: number; all: number; wrong: string[] } {
  const wrong: string[] = []
  let right = 0
  let all = 0
  for (const [field, expected] of Object.entries(listed)) {
    if (placing.has(field)) continue
    all++
    const rule = rules[field]
    const wanted = rule?.wanted === undefined || expected === null ? expected : rule.wanted(expected)
    const found = rule?.read(got) ?? null
    const same =
      rule === undefined
        ? holds(spoken(got.reading), expected)
        : rule.same !== undefined
          ? rule.same(found, wanted)
          : JSON.stringify(found) === JSON.stringify(wanted)
    if (same) right++
    else
      wrong.push(
        `${listed.sheet}!${listed.row} ${field}: wanted ${JSON.stringify(wanted)}, got ${JSON.stringify(found)}${rule === undefined ? ' (field unknown to the bench)' : ''}`,
      )
  }
  return { right, all, wrong }
}

/** Every reading of a row that a listed thing may be; the one with most fields right counts. */
function candidates(
  kind: string,
  sheets: readonly Sheet[],
  sheet: Sheet,
  reading: RowReading,
  listed: Listed,
): { got: Got; codes: string[] }[] {
  const customers = reading.parties.filter((party) => party.role === 'customer')
  const party = customers[(listed.part ?? 1) - 1] ?? reading.parties[0]
  const related = reading.parties.filter((one) => one.role === 'related')
  const base = { reading, party, related, deal: undefined, talk: undefined, customer: null }
  if (kind === 'customers') return [{ got: base, codes: [] }]
  if (kind === 'interactions') {
    return reading.interactions.map((talk) => {
      const { customer, codes } = customerOf(sheets, sheet.name, reading, talk.customer)
      return { got: { ...base, talk, customer }, codes }
    })
  }
  return reading.deals.map((deal) => {
    const { customer, codes } = customerOf(sheets, sheet.name, reading, deal.customer)
    return { got: { ...base, deal, customer }, codes }
  })
}

function sheetOf(sheets: readonly Sheet[], name: string): Sheet | undefined {
  return sheets.find((sheet) => sheet.name === name) ?? (sheets.length === 1 ? sheets[0] : undefined)
}

const columnName = (column: number): string =>
  column < 26
    ? String.fromCharCode(65 + column)
    : `${String.fromCharCode(64 + Math.floor(column / 26))}${String.fromCharCode(65 + (column % 26))}`

function warned(warning: string, reading: RowReading, codes: readonly string[]): boolean {
  const said = [
    ...reading.notes.flatMap(({ reason, column }) => [
      reason.code,
      ...(column === undefined ? [] : [`${reason.code}:${columnName(column)}${reading.row}`]),
    ]),
    ...codes,
  ]
  return [warning, ...(warningCodes[warning] ?? [])].some((code) => said.includes(code))
}

function scoreLists(expected: ExpectedFile, sheets: readonly Sheet[], score: Score): void {
  const accepted = new Set<string>()
  for (const [kind, list] of Object.entries(expected)) {
    if (
      !Array.isArray(list) ||
      ['sheets', 'hazards', 'skipped', 'rejected', 'same_customer', 'not_same_customer'].includes(kind)
    )
      continue
    const used = new Set<unknown>()
    for (const listed of list as Listed[]) {
      if (typeof listed !== 'object' || listed.sheet === undefined || listed.row === undefined) continue
      const place = `${listed.sheet}!${listed.row}`
      const sheet = sheetOf(sheets, listed.sheet)
      const reading = sheet?.readings.get(listed.row)
      const count = Object.keys(listed).filter((field) => !placing.has(field)).length
      score.warnings += listed.warnings?.length ?? 0
      if (!accepted.has(place)) {
        accepted.add(place)
        score.fates.accepted.all++
        if (reading?.fate === 'accepted') score.fates.accepted.right++
        else
          score.differences.push(
            `${place} wanted accepted, got ${reading?.fate ?? 'no reading'} ${reading?.reason?.code ?? ''}`,
          )
      }
      score.fields += count
      if (sheet === undefined || reading === undefined) continue
      const tried = candidates(kind, sheets, sheet, reading, listed)
        .filter(({ got }) => kind === 'customers' || !used.has(got.deal ?? got.talk))
        .map((candidate) => ({ ...candidate, ...compareFields(listed, candidate.got) }))
        .sort((a, b) => b.right - a.right)
      const best = tried[0]
      if (best === undefined) {
        score.differences.push(`${place} has no ${kind}`)
        continue
      }
      used.add(best.got.deal ?? best.got.talk)
      score.fieldsRight += best.right
      score.differences.push(...best.wrong)
      for (const warning of listed.warnings ?? []) {
        if (warned(warning, reading, best.codes)) score.warningsRight++
        else
          score.differences.push(
            `${place} did not warn ${warning}; said ${reading.notes.map(({ reason }) => reason.code).join(' ')} ${best.codes.join(' ')}`,
          )
      }
    }
  }
  tellUnlisted(expected, sheets, accepted, score)
}

/** Rows of tables that were taken for data though nothing is listed for them. */
function tellUnlisted(
  expected: ExpectedFile,
  sheets: readonly Sheet[],
  accepted: ReadonlySet<string>,
  score: Score,
): void {
  for (const { name, role } of expected.sheets) {
    const sheet = sheetOf(sheets, name)
    for (const reading of sheet?.readings.values() ?? []) {
      const place = `${name}!${reading.row}`
      if (reading.fate !== 'accepted' || accepted.has(place)) continue
      if ((expected.rejected ?? []).some((one) => `${one.sheet}!${one.row}` === place)) continue
      score.fates.skipped.all++
      score.differences.push(
        `${place} accepted, though ${role === 'ignore' ? 'the sheet is to be ignored' : 'nothing is listed for it'}`,
      )
    }
  }
}

function scoreFates(expected: ExpectedFile, sheets: readonly Sheet[], score: Score): void {
  for (const fate of ['skipped', 'rejected'] as const) {
    for (const { sheet, row, reason } of expected[fate] ?? []) {
      const wanted = reason.split(/[\s(:]/)[0]!
      const reading = sheetOf(sheets, sheet)?.readings.get(row)
      score.fates[fate].all++
      const blankGap = reading === undefined && wanted === 'blank'
      if (blankGap || (reading?.fate === fate && reading.reason?.code === wanted)) score.fates[fate].right++
      else
        score.differences.push(
          `${sheet}!${row} wanted ${fate} ${wanted}, got ${reading?.fate ?? 'no reading'} ${reading?.reason?.code ?? ''}`,
        )
    }
  }
}

/** Reads one workbook and compares it with its expected.json. */
export async function scoreWorkbook(folder: string): Promise<Score> {
  const expected = JSON.parse(readFileSync(join(folder, 'expected.json'), 'utf8')) as ExpectedFile
  const score: Score = {
    fields: 0,
    fieldsRight: 0,
    warnings: 0,
    warningsRight: 0,
    fates: { accepted: { right: 0, all: 0 }, skipped: { right: 0, all: 0 }, rejected: { right: 0, all: 0 } },
    differences: [],
  }
  const { sheets, encoding } = await readWorkbook(join(folder, expected.file))
  const told = expected.sheets.find((sheet) => sheet.encoding !== undefined)?.encoding
  if (told !== undefined) {
    score.fields++
    if (told === encoding) score.fieldsRight++
    else score.differences.push(`encoding: wanted ${told}, got ${encoding}`)
  }
  scoreLists(expected, sheets, score)
  scoreFates(expected, sheets, score)
  return score
}

/** `npm run bench -- workbooks [DIR] [-v]`: every workbook of a folder against its expected.json, field by field. */
export async function bench(args: string[]): Promise<void> {
  const verbose = args.includes('-v')
  const only = args.filter((arg) => arg !== '-v')
  const data = process.env['KEHU_DATA'] ?? '../shared/data'
  const dir = only[0] ?? (existsSync('fixtures/workbooks') ? 'fixtures/workbooks' : join(data, 'workbooks'))
  const folders = existsSync(dir) ? readdirSync(dir).filter((name) => existsSync(join(dir, name, 'expected.json'))) : []
  if (folders.length === 0) {
    console.log(`skipped: needs workbooks with expected.json in ${dir}`)
    console.log('met 0 of 0')
    return
  }
  let met = 0
  console.log(
    `${'workbook'.padEnd(26)} ${'fields'.padStart(10)} ${'%'.padStart(6)} ${'accepted'.padStart(9)} ${'skipped'.padStart(8)} ${'rejected'.padStart(9)} ${'warnings'.padStart(9)}`,
  )
  for (const folder of folders.sort()) {
    const score = await scoreWorkbook(join(dir, folder)).catch((error: unknown) => error as Error)
    if (score instanceof Error) {
      console.log(`${folder.padEnd(26)} ${score.message}`)
      if (verbose) console.log(score.stack)
      continue
    }
    const { accepted, skipped, rejected } = score.fates
    const share = score.fields === 0 ? 1 : score.fieldsRight / score.fields
    const fates = [accepted, skipped, rejected].every(({ right, all }) => right === all)
    if (share >= 0.99 && fates) met++
    const part = ({ right, all }: { right: number; all: number }): string => `${right}/${all}`
    console.log(
      `${folder.padEnd(26)} ${`${score.fieldsRight}/${score.fields}`.padStart(10)} ${(share * 100).toFixed(1).padStart(6)} ${part(accepted).padStart(9)} ${part(skipped).padStart(8)} ${part(rejected).padStart(9)} ${`${score.warningsRight}/${score.warnings}`.padStart(9)}`,
    )
    if (verbose) for (const difference of score.differences) console.log(`    ${difference}`)
  }
  console.log('wanted: 99 % of fields and every row’s fate')
  console.log(`met ${met} of ${folders.length}`)
}
