/** A sentence in both languages; `{name}` stands for a value that is put in. */
export interface Message {
  readonly zh: string
  readonly en: string
}

export type Messages = Readonly<Record<string, Message>>

type Holes<Text extends string> = Text extends `${string}{${infer Hole}}${infer Rest}` ? Hole | Holes<Rest> : never

/** The values a message's English sentence asks for; the test of the catalogue holds the Chinese one to the same. */
export type HolesOf<M extends Message> = Holes<M['en']>

/** Puts values into a sentence. A hole without a value stays visible, so that a slip is seen. */
export function fill(text: string, params: Readonly<Record<string, string | number>> = {}): string {
  return text.replace(/\{(\w+)\}/g, (hole, name: string) => (name in params ? String(params[name]) : hole))
}
