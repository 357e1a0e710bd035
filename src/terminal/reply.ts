/** What a typed line asks for: an answer, or one of the things a person may do instead. */
export type Reply =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'empty' }
  | { readonly kind: 'back' }
  | { readonly kind: 'skip' }
  | { readonly kind: 'help' }
  | { readonly kind: 'quit' }

const commands: Readonly<Record<string, Reply['kind']>> = {
  '<': 'back',
  '《': 'back',
  '〈': 'back',
  '-': 'skip',
  '—': 'skip',
  '——': 'skip',
  '?': 'help',
  q: 'quit',
}

/** Full-width letters, digits and signs as their plain forms, without surrounding blanks; for commands, numbers and search only. */
export function foldKeys(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase()
}

/** Understands a line: `<` back, `-` skip, `?` help, `q` quit, in full width too; everything else is an answer as it stands. */
export function readReply(line: string): Reply {
  const text = line.trim()
  if (text === '') return { kind: 'empty' }
  const kind = commands[foldKeys(text)]
  return kind === undefined || kind === 'text' ? { kind: 'text', text } : { kind }
}

const yesWords = new Set(['y', 'yes', '1', '是', '对', '有', '好', 's', 'shi'])
const noWords = new Set(['n', 'no', '2', '0', '否', '不', '不是', '没有', '无', 'f', 'fou'])

/** Yes, no, or null when the text says neither. */
export function readYesNo(text: string): boolean | null {
  const folded = foldKeys(text)
  if (yesWords.has(folded)) return true
  return noWords.has(folded) ? false : null
}
