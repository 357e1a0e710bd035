import { crossSell } from '../../src/domain/analysis/cross-sell.ts'
import { lifecycleStages } from '../../src/domain/analysis/lifecycle.ts'
import { scoreRfm } from '../../src/domain/analysis/rfm.ts'
import { builtinRules } from '../../src/domain/checks/builtin-rules.ts'
import { compileRules, evaluateParties } from '../../src/domain/checks/evaluate.ts'
import { citizenCheckCharacter } from '../../src/domain/normalize/citizen-id.ts'
import { compileScheme } from '../../src/domain/tiers/compile.ts'
import { computeTiers } from '../../src/domain/tiers/compute.ts'
import { measures } from '../../src/domain/tiers/measures.ts'
import { builtinSchemes } from '../../src/domain/tiers/schemes/builtin.ts'
import type { PurchaseColumns } from '../../src/model/analysis.ts'
import { contactTypes, type PartyChunk } from '../../src/model/checks.ts'
import type { MeasureColumns } from '../../src/model/tiers.ts'

/** Rules and tier schemes alone, without a book: made-up customers in chunks of 20,000. */
export async function bench(args: string[]): Promise<void> {
  const count = Number(args[0] ?? 1_000_000)
  const scale = count / 1_000_000
  const rows: [string, number, number][] = []
  const outcome = compileRules(builtinRules, { today: '2026-11-22' })
  if (!outcome.ok) throw new Error('the rules have faults')
  let found = 0
  let spent = 0
  for (let at = 0; at < count; at += 20_000) {
    const chunk = chunkAt(at, Math.min(20_000, count - at))
    const started = performance.now()
    evaluateParties(outcome.compiled, chunk, () => void found++)
    spent += performance.now() - started
  }
  rows.push([`${builtinRules.length} rules, ${found} findings`, spent, 20_000 * scale])
  const columns = measuresOf(count)
  for (const scheme of builtinSchemes) {
    const made = compileScheme(scheme, { measures, fields: new Map(), today: '2026-11-22' })
    if (!made.ok) throw new Error(`scheme ${scheme.key} has faults`)
    const started = performance.now()
    computeTiers(made.compiled, columns)
    rows.push([`tiers: ${scheme.key}`, performance.now() - started, 2000 * scale])
  }
  const purchases = purchasesOf(count)
  const timed = (what: string, limit: number, run: () => unknown) => {
    const from = performance.now()
    run()
    rows.push([what, performance.now() - from, limit * scale])
  }
  timed('RFM by quintiles', 3000, () => scoreRfm(purchases, 20_779))
  timed('stages by own rhythm', 3000, () => lifecycleStages(purchases, 20_779))
  timed('cross-sell, 1.2 deals a customer', 10_000, () => crossSell(basketsOf(count)))
  console.log(`${count} customers, peak ${Math.round(process.resourceUsage().maxRSS / 1024)} MB`)
  for (const [what, took, limit] of rows)
    console.log(`${what.padEnd(36)} wanted < ${limit.toFixed(0)} ms, got ${took.toFixed(0)} ms`)
  console.log(`met ${rows.filter(([, took, limit]) => took < limit).length} of ${rows.length}`)
}

function purchasesOf(count: number): PurchaseColumns {
  const column = (make: (i: number) => number) =>
    Float64Array.from({ length: count }, (_, i) => (i % 3 === 0 ? Number.NaN : make(i)))
  const lastOn = column((i) => 20_779 - ((i * 7919) % 1500))
  const days = column((i) => 1 + ((i * 31) % 9))
  return {
    count,
    ids: Int32Array.from({ length: count }, (_, i) => i + 1),
    firstOn: lastOn.map((on, i) => on - 40 * (days[i]! - 1)),
    lastOn,
    days,
    amount: column((i) => ((i * 104_729) % 1_000_003) * 100),
  }
}

function basketsOf(buyers: number): Parameters<typeof crossSell>[0] {
  const count = Math.round(buyers * 1.2)
  return {
    count,
    buyers,
    buyer: Int32Array.from({ length: count }, (_, i) => (i * 7919) % buyers),
    product: Int32Array.from({ length: count }, (_, i) => (i * i) % 200),
    products: Array.from({ length: 200 }, (_, i) => `p${i}`),
  }
}

const surnames = '王李张刘陈杨黄赵周吴'
const given = '伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英'
const cities = ['杭州市', '宁波市', '上海市', '苏州市', '广州市']
const codes = ['0571', '0574', '021', '0512', '020']

function chunkAt(from: number, count: number): PartyChunk {
  const column = (make: (i: number) => string | null) => Array.from({ length: count }, (_, i) => make(from + i))
  const birth = (i: number) =>
    `19${50 + (i % 50)}-${String(1 + (i % 12)).padStart(2, '0')}-${String(1 + (i % 28)).padStart(2, '0')}`
  const id = (i: number) => {
    const body = `330106${birth(i).replaceAll('-', '')}${String(i % 1000).padStart(3, '0')}`
    return body + (i % 97 === 0 ? 'X' : citizenCheckCharacter(body))
  }
  const kind = (i: number) => (i % 5 < 2 ? 'org' : 'person') as 'org' | 'person'
  const mobile = (i: number) => `139${String(10_000_000 + ((i * 7919) % 89_999_999))}`
  return {
    count,
    ids: Int32Array.from({ length: count }, (_, i) => from + i + 1),
    kind: Array.from({ length: count }, (_, i) => kind(from + i)),
    isCustomer: new Uint8Array(count).fill(1),
    values: {
      name: column((i) =>
        kind(i) === 'org' ? `杭州宏达${i}科技有限公司` : surnames[i % 10]! + given[i % 24]! + given[(i >> 4) % 24]!,
      ),
      given_name: column((i) => (kind(i) === 'org' ? null : given[i % 24]!)),
      honorific: column((i) => (i % 50 === 0 ? '先生' : null)),
      gender: column((i) => (kind(i) === 'org' ? null : i % 2 === 0 ? 'M' : 'F')),
      birth: column((i) => (kind(i) === 'org' || i % 3 === 0 ? null : birth(i))),
      id_number: column((i) => (kind(i) === 'org' || i % 4 === 0 ? null : id(i))),
      uscc: column((i) => (kind(i) === 'org' && i % 3 === 0 ? '91330100799655058B' : null)),
      employer: column((i) => (i % 6 === 2 ? '杭州宏达科技有限公司' : null)),
      remark: column((i) => (i % 8 === 0 ? '要开发票' : null)),
      opened_on: column((i) => birth(i).replace(/^19../, '2019')),
      first_deal_on: column((i) => (i % 2 === 0 ? '2020-05-06' : null)),
      last_deal_on: column((i) => (i % 2 === 0 ? '2026-05-06' : null)),
      updated_on: column(() => '2026-05-06'),
    },
    contacts: {
      count: count * 2,
      party: Int32Array.from({ length: count * 2 }, (_, i) => i >> 1),
      type: Uint8Array.from({ length: count * 2 }, (_, i) =>
        contactTypes.indexOf(i % 2 === 0 ? 'mobile' : i % 4 === 1 ? 'landline' : 'email'),
      ),
      raw: Array.from({ length: count * 2 }, (_, i) => mobile(from + i)),
      canonical: Array.from({ length: count * 2 }, (_, i) =>
        i % 2 === 0
          ? mobile(from + i)
          : i % 4 === 1
            ? `${codes[(i >> 1) % 5]}-8${mobile(i).slice(4)}`
            : `u${from + i}@qq.com`,
      ),
    },
    addresses: {
      count,
      party: Int32Array.from({ length: count }, (_, i) => i),
      province: column(() => '浙江省'),
      city: column((i) => cities[i % 5]!),
      district: column(() => null),
      division: column(() => null),
      raw: Array.from({ length: count }, () => ''),
    },
  }
}

function measuresOf(count: number): MeasureColumns {
  const numbers: Record<string, Float64Array> = {}
  const flags: Record<string, Uint8Array> = {}
  const texts: Record<string, string[]> = {}
  measures.forEach(({ key, type }, m) => {
    if (type === 'flag')
      flags[key] = Uint8Array.from({ length: count }, (_, i) =>
        (i * (m + 3)) % 29 === 0 ? 1 : (i + m) % 3 === 0 ? 2 : 0,
      )
    else if (type === 'text') texts[key] = Array.from({ length: count }, (_, i) => (i % 2 === 0 ? 'A' : 'B'))
    else
      numbers[key] = Float64Array.from({ length: count }, (_, i) =>
        (i * (m + 7)) % 10 === 0
          ? ((i * 7919) % 1_000_003) * (type === 'money' ? 10_000 : 1e-5)
          : i % 7 === 0
            ? Number.NaN
            : 0,
      )
  })
  return { count, ids: Int32Array.from({ length: count }, (_, i) => i + 1), numbers, flags, texts }
}
