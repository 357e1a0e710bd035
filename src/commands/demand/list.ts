import { gradeOf, levels } from '../../domain/demands/grade.ts'
import { demandClasses, demandStages, intents } from '../../domain/dictionary/choices.ts'
import { contactWays } from '../../model/desk.ts'
import { codeOf } from '../../model/party-code.ts'
import type { ShownValue } from '../../model/view.ts'
import { customerText } from '../../render/customer.ts'
import { type DemandLine, demandGrid, demandNotes, listDemands } from '../../store/demands.ts'
import type { Row } from '../../store/journal.ts'
import type { Context } from '../context.ts'
import { wholeNumber } from '../flags.ts'
import { showListing, showValue } from '../output.ts'
import { pickCustomer } from '../pick-customer.ts'
import { fieldLabel, shownText } from '../show/field-words.ts'
import { labelIn, wordOf } from '../word-of.ts'
import { demandCalled } from './change.ts'

export interface DemandListFlags {
  readonly stage?: string
  readonly grade?: string
  readonly owner?: string
  readonly all: boolean
  readonly limit: string
}

export async function listDemand(ctx: Context, customer: string | undefined, flags: DemandListFlags): Promise<void> {
  const book = await ctx.openBook()
  const lines = listDemands(book, {
    partyId: customer === undefined ? undefined : await pickCustomer(ctx, book, customer),
    stage: flags.stage === undefined ? undefined : wordOf(ctx, '--stage', flags.stage, demandStages),
    grade: flags.grade?.toUpperCase(),
    owner: flags.owner,
    open: !flags.all && flags.stage === undefined,
    limit: wholeNumber('--limit', flags.limit),
  })
  const say = (code: string): string => ctx.tell({ code })
  showListing(ctx, {
    table: {
      key: 'demands',
      title: say('demand-list'),
      columns: [
        { key: 'number', title: say('plan-number'), type: 'integer' },
        { key: 'grade', title: say('column-grade'), type: 'text' },
        { key: 'on', title: ctx.say('column-on'), type: 'date' },
        { key: 'name', title: ctx.say('column-name'), type: 'text', personal: 'name' },
        { key: 'content', title: ctx.say('column-content'), type: 'text' },
        { key: 'wishes', title: say('column-wishes'), type: 'text' },
        { key: 'stage', title: say('column-stage'), type: 'text' },
        { key: 'owner', title: ctx.say('column-owner'), type: 'text' },
        { key: 'due', title: say('column-due-by'), type: 'date' },
      ],
      rows: lines.map((line) => [
        line.id,
        line.grade,
        line.on_day,
        line.name,
        line.content,
        wishText(ctx, line),
        labelIn(ctx, demandStages, line.stage),
        line.owner,
        line.due_on,
      ]),
      empty: say('demand-none'),
    },
    json: lines.map(demandJson),
  })
  ctx.finish(lines.length === 0 ? 'nothing' : 'done')
}

const wishesOf = ({ wishes }: DemandLine): [string, string][] =>
  Object.entries(JSON.parse(wishes) as Record<string, string>)
const wishText = (ctx: Context, line: DemandLine): string =>
  wishesOf(line)
    .map(([field, value]) => `${fieldLabel(ctx, field)} ${shownText(ctx, field, value)}`)
    .join('；')

const demandJson = (line: DemandLine): Record<string, unknown> => ({
  number: line.id,
  code: line.live_id === null ? null : codeOf(line.live_id),
  name: line.name,
  on: line.on_day,
  class: line.class,
  channel: line.channel,
  content: line.content,
  wishes: JSON.parse(line.wishes),
  importance: line.importance,
  urgency: line.urgency,
  grade: line.grade,
  stage: line.stage,
  department: line.department,
  owner: line.owner,
  due: line.due_on,
  feasibility: line.feasibility,
  costBenefit: line.cost_benefit,
  marketCompetition: line.market_competition,
  conclusion: line.conclusion,
})

/** One demand whole, with its life. */
export async function showDemand(ctx: Context, number: string): Promise<void> {
  const { book, demand } = await demandCalled(ctx, number)
  const notes = demandNotes(book, demand.id)
  const say = (code: string): string => ctx.tell({ code })
  const value = (label: string, text: string | null): ShownValue[] =>
    text === null || text === '' ? [] : [{ label, value: text }]
  const first = [
    ...value(say('demand-content'), demand.content),
    ...wishesOf(demand).map(([field, text]) => ({ label: fieldLabel(ctx, field), value: shownText(ctx, field, text) })),
    ...value(say('demand-class'), demand.class === null ? null : labelIn(ctx, demandClasses, demand.class)),
    ...value(say('demand-channel'), demand.channel),
    ...value(say('demand-owner'), demand.owner),
    ...value(say('demand-department'), demand.department),
    ...value(say('column-due-by'), demand.due_on),
    ...value(say('demand-feasibility'), demand.feasibility),
    ...value(say('demand-cost-benefit'), demand.cost_benefit),
    ...value(say('demand-market'), demand.market_competition),
    ...value(say('demand-conclusion'), demand.conclusion),
  ]
  const level = (value: string): string => labelIn(ctx, intents, value)
  const headline = [
    ctx.tell({
      code: 'demand-grade-of',
      params: { grade: demand.grade, importance: level(demand.importance), urgency: level(demand.urgency) },
    }),
    labelIn(ctx, demandStages, demand.stage),
    demand.on_day,
  ]
  const life = notes.map((row) => ({ label: String(row['on_day']), value: noteText(ctx, row) }))
  const view = {
    code: `D${demand.id}`,
    name: demand.live_id === null ? '' : `${demand.name} ${codeOf(demand.live_id)}`,
    headline,
    first,
    warnings: [],
    sections: [{ key: 'life', title: say('demand-life'), values: life }],
  }
  const plain = notes.map((row) => ({
    on: row['on_day'],
    kind: row['kind'],
    way: row['way'],
    text: row['content'],
    by: row['staff'],
  }))
  showValue(ctx, { ...demandJson(demand), life: plain }, () =>
    customerText(view, { width: ctx.io.width, lang: ctx.lang }),
  )
  ctx.finish('done')
}

function noteText(ctx: Context, row: Row): string {
  const content = row['content'] === null ? '' : ` ${row['content']}`
  const head =
    row['kind'] === 'stage'
      ? `→ ${labelIn(ctx, demandStages, row['way'])}`
      : row['kind'] === 'feedback'
        ? `${ctx.tell({ code: 'demand-was-told' })}（${labelIn(ctx, contactWays, row['way'])}）`
        : ''
  return `${head}${content}（${row['staff']}）`.trim()
}

/** 需求矩阵: how many open demands stand where, with the grade of each field. */
export async function showGrid(ctx: Context): Promise<void> {
  const book = await ctx.openBook()
  const counts = demandGrid(book)
  const countOf = (importance: string, urgency: string): number =>
    counts.find((one) => one.importance === importance && one.urgency === urgency)?.count ?? 0
  const urgent = (level: string): string => `${ctx.tell({ code: 'demand-urgency' })} ${labelIn(ctx, intents, level)}`
  showListing(ctx, {
    table: {
      key: 'grid',
      title: ctx.tell({ code: 'demand-grid' }),
      columns: [
        { key: 'importance', title: ctx.tell({ code: 'demand-importance' }), type: 'text' },
        ...levels.map((level) => ({ key: level, title: urgent(level), type: 'text' as const })),
      ],
      rows: levels.map((importance) => [
        labelIn(ctx, intents, importance),
        ...levels.map((urgency) => `${gradeOf(importance, urgency)}  ${countOf(importance, urgency)}`),
      ]),
    },
    json: levels.flatMap((importance) =>
      levels.map((urgency) => ({
        importance,
        urgency,
        grade: gradeOf(importance, urgency),
        count: countOf(importance, urgency),
      })),
    ),
  })
  ctx.finish('done')
}
