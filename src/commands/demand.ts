import { Command } from 'commander'
import type { Context } from './context.ts'
import { addDemand, type DemandFlags } from './demand/add.ts'
import { type AssessFlags, assessDemand, moveDemand, noteDemand, tellDemand } from './demand/change.ts'
import { type DemandListFlags, listDemand, showDemand, showGrid } from './demand/list.ts'
import { addWanted, listWantedInfo } from './demand/wanted.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

/** Opens a sub-verb with the help of `code`. */
type Part = (name: string, code: string, isDefault?: boolean) => Command

export function demandCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('demand').summary(say('demand-summary')).description(say('demand-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  addPart(ctx, part)
  listParts(ctx, part)
  changeParts(ctx, part)
  wantedParts(ctx, part)
  return command
}

function addPart(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('add', 'demand-add')
    .argument('<customer>', ctx.say('why-customer'))
    .argument('[content...]', say('demand-content'))
    .option('--class <class>', say('demand-class'))
    .option('--channel <channel>', say('demand-channel'))
    .option('--importance <level>', say('demand-importance'), 'middle')
    .option('--urgency <level>', say('demand-urgency'), 'middle')
    .option('--owner <name>', say('demand-owner'))
    .option('--department <name>', say('demand-department'))
    .option('--on <day>', say('log-on'))
    .option('--due <day>', say('demand-due'))
    .option('--set <field=value>', say('demand-set'), repeated, [])
    .action(async (customer: string, words: string[], flags: DemandFlags) => addDemand(ctx, customer, words, flags))
}

function listParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('list', 'demand-list', true)
    .argument('[customer]', ctx.say('why-customer'))
    .option('--stage <stage>', say('demand-stage'))
    .option('--grade <grade>', say('demand-grade'))
    .option('--owner <name>', say('demand-owner'))
    .option('--all', say('demand-all'), false)
    .option('-n, --limit <count>', ctx.say('flag-limit'), '100')
    .action(async (customer: string | undefined, flags: DemandListFlags) => listDemand(ctx, customer, flags))
  part('show', 'demand-show')
    .argument('<number>', say('plan-number'))
    .action(async (number: string) => showDemand(ctx, number))
  part('grid', 'demand-grid').action(async () => showGrid(ctx))
}

function changeParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('move', 'demand-move')
    .argument('<number>', say('plan-number'))
    .argument('[stage]', say('demand-stage'))
    .argument('[note...]', say('note-text'))
    .action(async (number: string, stage: string | undefined, words: string[]) => moveDemand(ctx, number, stage, words))
  part('note', 'demand-note')
    .argument('<number>', say('plan-number'))
    .argument('[text...]', say('note-text'))
    .action(async (number: string, words: string[]) => noteDemand(ctx, number, words))
  part('assess', 'demand-assess')
    .argument('<number>', say('plan-number'))
    .option('--feasibility <text>', say('demand-feasibility'))
    .option('--cost-benefit <text>', say('demand-cost-benefit'))
    .option('--market <text>', say('demand-market'))
    .option('--conclusion <text>', say('demand-conclusion'))
    .action(async (number: string, flags: AssessFlags) => assessDemand(ctx, number, flags))
  part('tell', 'demand-tell')
    .argument('<number>', say('plan-number'))
    .argument('[text...]', say('demand-told'))
    .option('--way <way>', say('plan-way'), 'call')
    .action(async (number: string, words: string[], flags: { way: string }) =>
      tellDemand(ctx, number, words, flags.way),
    )
}

function wantedParts(ctx: Context, part: Part): void {
  const say = (code: string): string => ctx.tell({ code })
  part('want', 'demand-want')
    .argument('<department>', say('demand-department'))
    .argument('[content...]', say('demand-want-content'))
    .option('--until <day>', say('log-until'))
    .action(async (department: string, words: string[], flags: { until?: string }) =>
      addWanted(ctx, department, words, flags.until),
    )
  part('wanted', 'demand-wanted').action(async () => listWantedInfo(ctx))
}
