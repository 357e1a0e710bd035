import { Environment } from '@marcbachmann/cel-js'
import type { MeasureDef } from '../../model/tiers.ts'
import type { IsoDate } from '../../model/units.ts'
import { dayNumber } from './days.ts'

/** What a condition may speak of. */
export interface Vocabulary {
  readonly measures: readonly MeasureDef[]
  /** Custom fields read as `f["key"]`, and what they hold. */
  readonly fields: ReadonlyMap<string, 'number' | 'text'>
  /** `today` in conditions. */
  readonly today: IsoDate
}

const celType = {
  money: 'double',
  count: 'double',
  number: 'double',
  days: 'double',
  date: 'double',
  flag: 'bool',
  text: 'string',
}

/** Bounds of one condition; a longer one is a mistake, not a rule. */
const limits = { maxAstNodes: 400, maxDepth: 32, maxListElements: 200, maxMapEntries: 20, maxCallArguments: 8 }

const environments = new WeakMap<Vocabulary, Environment>()

/**
 * The CEL environment of a vocabulary: its inputs, `today`, `date("2026-01-31")`, `wan(5000)`, `yi(1)`, `known(x)`.
 *
 * Numbers of both kinds may be mixed, because people write `purchases_total >= 800` and not `800.0`.
 */
export function environmentOf(vocabulary: Vocabulary): Environment {
  const made = environments.get(vocabulary)
  if (made !== undefined) return made
  const env = new Environment({ limits })
  for (const { key, type } of vocabulary.measures) env.registerVariable(key, celType[type])
  env.registerVariable('f', 'map')
  env.registerConstant('today', 'double', dayNumber(vocabulary.today))
  env.registerFunction('date(string): double', (text: string) => dayNumber(text))
  for (const [name, factor] of [
    ['wan', 10_000],
    ['yi', 100_000_000],
  ] as const) {
    env.registerFunction(`${name}(int): double`, (n: bigint) => Number(n) * factor)
    env.registerFunction(`${name}(double): double`, (n: number) => n * factor)
  }
  env.registerFunction('known(dyn): bool', (value: unknown) => value !== null && value !== undefined)
  registerMixedNumbers(env)
  environments.set(vocabulary, env)
  return env
}

function registerMixedNumbers(env: Environment): void {
  type Num = number | bigint
  const operators = {
    '+': (a: Num, b: Num) => Number(a) + Number(b),
    '-': (a: Num, b: Num) => Number(a) - Number(b),
    '*': (a: Num, b: Num) => Number(a) * Number(b),
    '/': (a: Num, b: Num) => Number(a) / Number(b),
  }
  for (const [operator, apply] of Object.entries(operators)) {
    env.registerOperator(`double ${operator} int`, apply)
    env.registerOperator(`int ${operator} double`, apply)
  }
  env.registerOperator('double == int', (a: Num, b: Num) => Number(a) === Number(b))
  env.registerOperator('double in list<int>', (value: number, list: bigint[]) => list.some((n) => Number(n) === value))
}
