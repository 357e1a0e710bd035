import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { builtinRules } from '../../src/domain/checks/builtin-rules.ts'
import { chunkOfDrafts } from '../../src/domain/checks/drafts.ts'
import { compileRules, evaluateParties } from '../../src/domain/checks/evaluate.ts'
import { createSheetReader } from '../../src/domain/intake/sheet-reader.ts'
import { isMissingIdentity } from '../../src/domain/normalize/missing.ts'
import type { PartyDraft } from '../../src/model/intake.ts'

type Row = Record<string, string>
const read = (dir: string, name: string): Row[] =>
  parse(readFileSync(join(dir, name)), { columns: true, bom: true }) as Row[]

/** What the rules find in a generator's customers.csv (DIR) against truth_fields.csv: recall and false alarms of each kind. */
export async function bench(args: string[]): Promise<void> {
  const [dir = '', verbose] = args
  const customers = underChineseHeadings(read(dir, 'customers.csv'))
  const truth = read(dir, 'truth_fields.csv')
  const found = findingsByRow(customers)
  const kinds = {
    'citizen numbers and credit codes': {
      rules: ['id-number-format id_number', 'uscc-format uscc', 'lossy-number id_number', 'lossy-number uscc'],
      present: (i: number) => !isMissingIdentity(customers[i]!['证件号码']!),
      wrong: (i: number) => truth[i]!['id_valid'] !== '1',
    },
    'numbers in the column of mobiles': {
      rules: ['phone-format phone', 'placeholder-phone phone', 'lossy-number phone'],
      // A foreign number without its country may be right or wrong: nobody can tell.
      present: (i: number) =>
        !isMissingIdentity(customers[i]!['手机']!) &&
        !(isForeign(customers[i]!) && !truth[i]!['mobiles']!.startsWith('+')),
      wrong: (i: number) => !holdsNumber(customers[i]!['手机']!, truth[i]!),
    },
    'birth dates': {
      rules: ['birth-format birth', 'birth-in-future birth', 'impossible-age birth'],
      present: (i: number) => customers[i]!['出生日期'] !== '',
      wrong: (i: number) => truth[i]!['birthday'] === '',
    },
  }
  let met = 0
  for (const [what, { rules, present, wrong }] of Object.entries(kinds)) {
    const count = { hit: 0, missed: 0, alarm: 0, right: 0 }
    truth.forEach((row, i) => {
      if (!present(i)) return
      const told = rules.some((rule) => found[i]!.includes(rule))
      const kind = wrong(i) ? (told ? 'hit' : 'missed') : told ? 'alarm' : 'right'
      count[kind]++
      if (verbose !== undefined && (kind === 'missed' || kind === 'alarm')) {
        console.log(
          what,
          kind,
          customers[i]!['手机'],
          customers[i]!['固定电话'],
          customers[i]!['证件号码'],
          customers[i]!['出生日期'],
          JSON.stringify(row),
          found[i]!.join(),
        )
      }
    })
    const recall = count.hit / Math.max(1, count.hit + count.missed)
    const alarms = count.alarm / Math.max(1, count.alarm + count.right)
    const ok = (count.hit + count.missed === 0 || recall >= 0.995) && alarms <= 0.005
    if (ok) met++
    console.log(
      `${what.padEnd(34)} wrong ${count.hit + count.missed}, recall wanted ≥ 0.995 got ${recall.toFixed(4)}; false alarms wanted ≤ 0.5 % got ${(100 * alarms).toFixed(2)} % ${ok ? '' : '✗'}`,
    )
  }
  console.log(`met ${met} of ${Object.keys(kinds).length}`)
}

const isForeign = (row: Row): boolean =>
  !/[\u3400-\u9fff]/.test(`${row['客户名称']}${row['工作单位']}${row['详细地址']}`)

/** Does a cell hold a number that the truth knows, and that has the length it must have? */
function holdsNumber(cell: string, { mobiles = '', phones = '' }: Row): boolean {
  const folded = cell.normalize('NFKC').replaceAll(/[Oo]/g, '0').replaceAll(/[lI]/g, '1')
  const digits = (/^\d\.\d+E\+?\d+$/.test(folded) ? String(Number(folded)) : folded).replaceAll(/\D/g, '')
  const whole = mobiles
    .split(/[;|]/)
    .filter((mobile) => /^1[3-9]\d{9}$|^\+/.test(mobile))
    .map((mobile) => mobile.replace('+', ''))
  const landlines = phones.split(/[;|]/).map((phone) => phone.replace(/^0|-/g, ''))
  return [...whole, ...landlines].some((number) => number !== '' && digits.includes(number))
}

const headings: Readonly<Record<string, string>> = {
  mobile: '手机',
  phone: '固定电话',
  id_number: '证件号码',
  birthday: '出生日期',
  name: '客户名称',
  company: '工作单位',
  address: '详细地址',
}

/** Rows of a file with English headings, with the Chinese ones beside them that are asked for below. */
function underChineseHeadings(rows: readonly Row[]): readonly Row[] {
  if (rows[0]?.['mobile'] === undefined) return rows
  return rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, cell]) => [headings[key] ?? key, cell])))
}

/** Rule and field of what was found, for each row of the file. */
function findingsByRow(customers: readonly Row[]): string[][] {
  const headings = Object.keys(customers[0]!)
  const info = {
    name: 'csv',
    index: 0,
    hidden: false,
    merges: [],
    hiddenColumns: [],
    comments: new Map(),
    struckRows: new Set<number>(),
    typed: false,
    fileName: 'customers',
  }
  const reader = createSheetReader(info, { today: '2026-11-22' })
  const rows = [
    headings,
    ...customers.map((row) => headings.map((heading) => (row[heading] === '' ? null : row[heading]!))),
  ]
  const readings = [...reader.push({ rowNumbers: rows.map((_, i) => i + 1), rows }), ...reader.finish()]
  const drafts: PartyDraft[] = []
  const rowOf: number[] = []
  for (const { row, parties } of readings) {
    for (const party of parties) {
      drafts.push(party)
      rowOf.push(row - 2)
    }
  }
  const outcome = compileRules(builtinRules, { today: '2026-11-22' })
  if (!outcome.ok) throw new Error('the rules have faults')
  const found: string[][] = customers.map(() => [])
  evaluateParties(
    outcome.compiled,
    chunkOfDrafts(drafts),
    ({ rule, field, partyId }) => void found[rowOf[partyId - 1]!]!.push(`${rule} ${field}`),
  )
  const counts = new Map<string, number>()
  for (const rule of found.flat()) counts.set(rule, (counts.get(rule) ?? 0) + 1)
  for (const [rule, count] of [...counts].sort(([, a], [, b]) => b - a)) console.log(`${rule.padEnd(34)} ${count}`)
  return found
}
