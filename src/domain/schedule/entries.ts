import { z } from 'zod'
import { type ScheduleEntry, scheduleFormats } from '../../model/schedule.ts'
import type { PolicyFault } from '../../model/segments.ts'
import type { Lang } from '../../model/units.ts'
import { type PolicyOutcome, readPolicy } from '../policies/faults.ts'

const posts = {
  'sales-staff': { zh: '销售人员', en: 'sales staff' },
  supervisor: { zh: '销售主管', en: 'sales supervisor' },
  clerk: { zh: '客服专员', en: 'customer-service clerk' },
  manager: { zh: '客服经理', en: 'customer-service manager' },
  market: { zh: '市场策划部', en: 'market planning' },
} as const

/** The chain where no policy says otherwise: sales daily → supervisor weekly → clerk monthly to manager and market planning (ORG-02). */
export function builtinSchedule(lang: Lang): readonly ScheduleEntry[] {
  const post = (key: keyof typeof posts): string => posts[key][lang]
  const to = (...keys: (keyof typeof posts)[]) => keys.map((key) => ({ name: post(key) }))
  const common = { filter: {}, limit: 200 }
  return [
    {
      ...{ id: 'daily', report: 'visits', every: 'day', on: 1, at: '18:30', formats: ['html'] },
      ...{ sender: post('sales-staff'), receivers: to('supervisor') },
      ...common,
    },
    {
      ...{ id: 'weekly', report: 'weekly', every: 'week', on: 1, at: '07:00', formats: ['html', 'xlsx'] },
      ...{ sender: post('supervisor'), receivers: to('clerk') },
      ...common,
    },
    {
      ...{ id: 'monthly', report: 'monthly', every: 'month', on: 1, at: '08:00', formats: ['html', 'xlsx'] },
      ...{ sender: post('clerk'), receivers: to('manager', 'market') },
      ...common,
    },
  ]
}

const weekdays: readonly (readonly string[])[] = [
  ['monday', 'mon', '周一', '星期一', '1'],
  ['tuesday', 'tue', '周二', '星期二', '2'],
  ['wednesday', 'wed', '周三', '星期三', '3'],
  ['thursday', 'thu', '周四', '星期四', '4'],
  ['friday', 'fri', '周五', '星期五', '5'],
  ['saturday', 'sat', '周六', '星期六', '6'],
  ['sunday', 'sun', '周日', '星期日', '星期天', '7'],
]

const some = z.string().min(1)
const format = z.enum(scheduleFormats)
const receiver = z.union([
  some,
  z.strictObject({
    name: some,
    folder: some.optional(),
    email: z.string().includes('@').optional(),
    stdout: z.boolean().optional(),
  }),
])
const entry = z.strictObject({
  id: z
    .string()
    .regex(/^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/)
    .optional(),
  report: some,
  every: z.enum(['day', 'week', 'month']),
  on: z.union([z.string(), z.int()]).optional(),
  at: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .optional(),
  format: z.union([format, z.array(format).min(1)]).optional(),
  from: some,
  to: z.union([receiver, z.array(receiver).min(1)]),
  filter: z
    .strictObject({
      owner: some.optional(),
      region: some.optional(),
      tier: some.optional(),
      source: some.optional(),
      segment: some.optional(),
    })
    .optional(),
  limit: z.int().min(1).max(100_000).optional(),
  lang: z.enum(['zh', 'en']).optional(),
})
const policy = z.strictObject({ schedule: z.array(entry) })
type Raw = z.infer<typeof entry>

/** Reads the schedule of `policies/reports.yaml`, every fault at once. `known` are the reports there are. */
export function parseSchedule(raw: unknown, known: readonly string[]): PolicyOutcome<readonly ScheduleEntry[]> {
  const outcome = readPolicy<{ schedule: readonly Raw[] }>(policy, raw)
  if (!outcome.ok) return outcome
  const faults: PolicyFault[] = []
  const ids = new Set<string>()
  const entries = outcome.value.schedule.map((one, at): ScheduleEntry => {
    const place = `schedule[${at}]`
    const id = one.id ?? one.report
    if (!known.includes(one.report))
      faults.push({
        path: `${place}.report`,
        reason: { code: 'schedule-report-unknown', params: { name: one.report, names: known.join(', ') } },
      })
    if (ids.has(id)) faults.push({ path: `${place}.id`, reason: { code: 'schedule-id-twice', params: { id } } })
    ids.add(id)
    const on = dayOf(one)
    if (on === null)
      faults.push({ path: `${place}.on`, reason: { code: 'schedule-day-wrong', params: { text: String(one.on) } } })
    return entryOf(one, id, on ?? 1)
  })
  return faults.length > 0 ? { ok: false, faults } : { ok: true, value: entries }
}

function entryOf(one: Raw, id: string, on: number): ScheduleEntry {
  const { format: told = 'html', to, filter = {}, lang } = one
  const receivers = (Array.isArray(to) ? to : [to]).map((each) => (typeof each === 'string' ? { name: each } : each))
  return {
    ...{ id, report: one.report, every: one.every, on, at: one.at ?? '07:00' },
    formats: Array.isArray(told) ? told : [told],
    sender: one.from,
    receivers: receivers as ScheduleEntry['receivers'],
    filter: filter as ScheduleEntry['filter'],
    limit: one.limit ?? 200,
    ...(lang === undefined ? {} : { lang }),
  }
}

/** Monday or the first where nothing is told; null for what is no such day. */
function dayOf({ every, on }: Raw): number | null {
  if (on === undefined || every === 'day') return 1
  const text = String(on).trim().toLowerCase()
  if (every === 'week') {
    const at = weekdays.findIndex((words) => words.includes(text))
    return at === -1 ? null : at + 1
  }
  if (text === 'last' || text === '月末') return 31
  const day = Number(text)
  return Number.isInteger(day) && day >= 1 && day <= 31 ? day : null
}
