import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import type { MatchCell, MatchColumn, MatchKind, MatchTable } from '../../../src/model/matching.ts'

export interface Sample {
  readonly table: MatchTable
  readonly truth: readonly number[]
  /** Which trap each record belongs to. */
  readonly traps: readonly string[]
}

const kinds: Readonly<Record<string, MatchKind>> = {
  客户类型: 'party-kind',
  客户名称: 'name',
  联系人: 'contact-name',
  性别: 'gender',
  手机: 'phone',
  固定电话: 'phone',
  微信: 'handle',
  邮箱: 'email',
  证件号码: 'id-code',
  出生日期: 'date',
  省份: 'province',
  城市: 'city',
  区县: 'district',
  详细地址: 'address',
}

/** Records of the project's own generator, with the truth. */
export function generated(...args: string[]): Sample {
  const dir = mkdtempSync(join(tmpdir(), 'kehu-match-'))
  try {
    spawnSync(process.execPath, [
      'fixtures/generator/gen-customers.mjs',
      '--out',
      dir,
      '--purchases',
      '0',
      '--interactions',
      '0',
      '--no-fields',
      ...args,
    ])
    const read = (name: string): Record<string, string>[] =>
      parse(readFileSync(join(dir, name)), { columns: true, bom: true })
    const rows = read('customers.csv')
    const details = read('truth_detail.csv')
    const columns = Object.entries(kinds).map(
      ([name, kind]): MatchColumn => ({ name, kind, values: rows.map((row) => row[name] || null) }),
    )
    const numbers = new Map<string, number>()
    const truth = details.map((row) => {
      const id = row['entity_id']!
      if (!numbers.has(id)) numbers.set(id, numbers.size)
      return numbers.get(id)!
    })
    return { table: { size: rows.length, columns }, truth, traps: details.map((row) => row['group_type']!) }
  } finally {
    rmSync(dir, { recursive: true, force: true })
  }
}

/** The same table with its rows in another order: new row i is old row `order[i]`. */
export function reordered(table: MatchTable, order: readonly number[]): MatchTable {
  return {
    size: order.length,
    columns: table.columns.map((column) => ({
      ...column,
      values: order.map((row): MatchCell => column.values[row] ?? null),
    })),
  }
}

/** Groups as sorted lists of rows, whatever their numbers. */
export function groupsOf(clusters: ArrayLike<number>, row: (place: number) => number = (place) => place): string[] {
  const groups = new Map<number, number[]>()
  for (let place = 0; place < clusters.length; place++)
    groups.set(clusters[place]!, [...(groups.get(clusters[place]!) ?? []), row(place)])
  return [...groups.values()]
    .filter((group) => group.length > 1)
    .map((group) => group.sort((a, b) => a - b).join(' '))
    .sort()
}

/** A small table of rows as they are written in a test. */
export function tableOf(
  kindsByColumn: Readonly<Record<string, MatchKind>>,
  rows: readonly (readonly (string | null)[])[],
): MatchTable {
  return {
    size: rows.length,
    columns: Object.entries(kindsByColumn).map(([name, kind], c) => ({
      name,
      kind,
      values: rows.map((row) => row[c] ?? null),
    })),
  }
}
