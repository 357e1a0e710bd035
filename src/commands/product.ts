import { Command } from 'commander'
import type { Context } from './context.ts'
import { addRivalNote, listRivals, type RivalFlags } from './product/rivals.ts'
import { addProduct, listOwnProducts, type ProductFlags } from './product/run-product.ts'

export function productCommand(ctx: Context): Command {
  const say = (code: string): string => ctx.tell({ code })
  const command = new Command('product').summary(say('product-summary')).description(say('product-description'))
  const part = (name: string, code: string, isDefault = false): Command =>
    command.command(name, { isDefault }).summary(say(code)).description(say(code))
  part('add', 'product-add')
    .argument('<name>', say('product-name'))
    .option('--kind <kind>', say('product-kind'))
    .option('--unit <unit>', say('product-unit'))
    .option('--price <amount>', say('product-price'))
    .option('--note <text>', say('product-note'))
    .action(async (name: string, flags: ProductFlags) => addProduct(ctx, name, flags))
  part('list', 'product-list', true)
    .argument('[words]', say('product-words'))
    .action(async (words: string | undefined) => listOwnProducts(ctx, words))
  part('rival', 'product-rival')
    .argument('<competitor>', say('product-competitor'))
    .argument('[text...]', say('note-text'))
    .option('--customer <customer>', say('product-at'))
    .option('--on <day>', say('log-on'))
    .option('--product <text>', say('rival-product'))
    .option('--price <text>', say('rival-price'))
    .option('--terms <text>', say('rival-terms'))
    .option('--strategy <text>', say('rival-strategy'))
    .option('--reviews <text>', say('rival-reviews'))
    .option('--regions <text>', say('rival-regions'))
    .option('--satisfaction <text>', say('rival-satisfaction'))
    .option('--rep <name>', say('rival-rep'))
    .option('--selling <text>', say('rival-selling'))
    .option('--relation <text>', say('rival-relation'))
    .action(async (competitor: string, words: string[], flags: RivalFlags) =>
      addRivalNote(ctx, competitor, words, flags),
    )
  part('rivals', 'product-rivals')
    .argument('[competitor]', say('product-competitor'))
    .action(async (competitor: string | undefined) => listRivals(ctx, competitor))
  return command
}
