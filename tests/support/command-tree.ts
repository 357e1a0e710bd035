import type { Command } from 'commander'
import { createProgram } from '../../src/commands/program.ts'
import { readGlobals } from '../../src/globals.ts'
import { makeContext } from '../../src/world.ts'

export interface Leaf {
  /** `deal add` */
  readonly path: string
  readonly args: readonly { readonly name: string; readonly required: boolean }[]
  /** Flags it can't do without. */
  readonly mandatory: readonly string[]
}

/** Every command of the program that does something, however deep it stands. */
export async function commandTree(): Promise<Leaf[]> {
  const { context } = makeContext({ process, globals: readGlobals([], {}), now: () => '', finish: () => {} } as never)
  const leaves: Leaf[] = []
  const walk = (command: Command, path: readonly string[]): void => {
    if ((command as unknown as { _actionHandler: unknown })._actionHandler !== null && path.length > 0)
      leaves.push({
        path: path.join(' '),
        args: command.registeredArguments.map((one) => ({ name: one.name(), required: one.required })),
        mandatory: command.options.filter(({ mandatory }) => mandatory).map(({ long }) => long ?? ''),
      })
    for (const child of command.commands) walk(child, [...path, child.name()])
  }
  walk(await createProgram(context, []), [])
  return leaves
}
