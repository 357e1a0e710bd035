import { veiled } from './commands/access/session.ts'
import type { Context, Ending } from './commands/context.ts'
import { showTopic } from './commands/help-topics.ts'
import { createProgram } from './commands/program.ts'
import { endingCodes, explain } from './exit.ts'
import { KehuError } from './model/errors.ts'
import { makeContext, type World } from './world.ts'

/** Runs the program in a real world, closes the book, and turns whatever happened into an exit code. */
export async function runProgram(world: World, ending: () => Ending): Promise<number> {
  const { process, globals } = world
  // A reader that closes the pipe (`kehu list | head`) has had enough: that is no failure.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EPIPE') globalThis.process.exit(0)
      throw error
    })
  const { context, close } = makeContext(world)
  try {
    if (globals.missing !== undefined) throw new KehuError('usage', 'flag-value-missing', { flag: globals.missing })
    const [verb, topic] = globals.args
    if (verb === 'help' && showTopic(context, topic)) return endingCodes[ending()]
    await (await createProgram(context, globals.args)).parseAsync([...globals.args], { from: 'user' })
    return endingCodes[ending()]
  } catch (thrown) {
    const { code, text } = explain(await inWords(thrown, context), globals)
    if (text !== '') process.stderr.write(veiled(context.session, text, globals.format))
    return code
  } finally {
    await close()
  }
}

/** SQLite may stop anywhere (a full disk, another writer): its errors are put into words in one place. */
async function inWords(thrown: unknown, context: Context): Promise<unknown> {
  const isStore = thrown instanceof Error && /^SQLITE_/.test((thrown as { code?: string }).code ?? '')
  if (!isStore) return thrown
  const { toKehuError } = await import('./store/sqlite-errors.ts')
  return toKehuError(context.findBook().path, thrown)
}
