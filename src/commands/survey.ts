import { Command } from 'commander'
import type { Context } from './context.ts'
import { answerSurvey, listRounds, openSurvey, showSurvey } from './survey/run-survey.ts'

const repeated = (value: string, before: readonly string[]): string[] => [...before, value]

export function surveyCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('survey').summary(say('survey-summary')).description(say('survey-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  part('new', 'survey-new')
    .argument('<name>', say('survey-name'))
    .option('--ask <question>', say('survey-ask'), repeated, [])
    .action(async (name: string, flags: { ask: string[] }) => openSurvey(ctx, name, flags.ask))
  part('answer', 'survey-answer')
    .argument('<name>', say('survey-name'))
    .argument('<customer>', ctx.say('why-customer'))
    .option('--set <question=answer>', say('survey-set'), repeated, [])
    .action(async (name: string, customer: string, flags: { set: string[] }) =>
      answerSurvey(ctx, name, customer, flags.set),
    )
  part('show', 'survey-show')
    .argument('<name>', say('survey-name'))
    .action(async (name: string) => showSurvey(ctx, name))
  part('list', 'survey-list', true).action(async () => listRounds(ctx))
  return command
}
