import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { foldText } from './fold.ts'
import { isMissing } from './missing.ts'

const domainTypos: Readonly<Record<string, string>> = {
  'qq.cm': 'qq.com',
  'qq.con': 'qq.com',
  'qq.co': 'qq.com',
  'qq.comm': 'qq.com',
  'qq.cn': 'qq.com',
  'qq.om': 'qq.com',
  'qq.vom': 'qq.com',
  '163.con': '163.com',
  '163.cm': '163.com',
  '163.co': '163.com',
  '163.cn': '163.com',
  '126.con': '126.com',
  '126.cm': '126.com',
  '126.cn': '126.com',
  'gmail.con': 'gmail.com',
  'gmial.com': 'gmail.com',
  'gamil.com': 'gmail.com',
  'gmai.com': 'gmail.com',
  'gmail.cm': 'gmail.com',
  'gmail.co': 'gmail.com',
  'gmail.cn': 'gmail.com',
  'gmal.com': 'gmail.com',
  'gnail.com': 'gmail.com',
  'hotmail.con': 'hotmail.com',
  'hotmal.com': 'hotmail.com',
  'hotmai.com': 'hotmail.com',
  'hotmial.com': 'hotmail.com',
  'outlook.con': 'outlook.com',
  'outlok.com': 'outlook.com',
  'outloook.com': 'outlook.com',
  'yahoo.con': 'yahoo.com',
  'yaho.com': 'yahoo.com',
  'sina.con': 'sina.com',
  'sina.cm': 'sina.com',
  'foxmail.con': 'foxmail.com',
  'foxmai.com': 'foxmail.com',
  '139.con': '139.com',
  'icloud.con': 'icloud.com',
  'aliyun.con': 'aliyun.com',
}

/** `abc@example.com`: letters, digits and . _ % + - ' before the at, labels of letters, digits and hyphens after it. */
const shape =
  /^[a-z0-9!#$&'*+/=?^_`{|}~%-]+(?:\.[a-z0-9!#$&'*+/=?^_`{|}~%-]+)*@(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,24}$/

export interface EmailsReading {
  readonly emails: string[]
  readonly unread: { readonly raw: string; readonly reason: Reason }[]
  /** Words that are no address: a name, (bounced) … */
  readonly rest: string
  readonly notes: Reason[]
}

/** Reads one e-mail address; lower case, as all that matters of it. */
export function parseEmail(text: string): Parsed<string> {
  const lower = text.toLowerCase()
  if (shape.test(lower)) return good(lower, typoNote(lower))
  const { emails, unread, notes } = parseEmails(text)
  if (emails[0] !== undefined) return good(emails[0], notes)
  return unread[0] === undefined ? bad('email-missing') : { ok: false, reason: unread[0].reason }
}

/** Nothing that may part two addresses or stand round one. */
const plain = /^[a-z0-9_%+-][a-z0-9._%+-]*@[a-z0-9.-]+$/

/** Reads every address of a cell: lists, display names, mailto:, full-width signs, spaces round the at. */
export function parseEmails(text: string): EmailsReading {
  const reading: EmailsReading & { rest: string } = { emails: [], unread: [], rest: '', notes: [] }
  const one = text.toLowerCase()
  if (plain.test(one) && shape.test(one)) return { ...reading, emails: [one], notes: typoNote(one) ?? [] }
  if (isMissing(text)) return reading
  const words: string[] = []
  for (const piece of split(foldText(text))) {
    const word = piece
      .toLowerCase()
      .replace(/^(?:mailto:|e-?mail[:：]|邮箱[:：]?|電郵[:：]?)/, '')
      .replace(/^[<("'[{.]+|[>)"'\]},.;:。]+$/g, '')
    if (!word.includes('@')) {
      if (word !== '') words.push(piece)
      continue
    }
    if (shape.test(word)) {
      if (!reading.emails.includes(word)) reading.emails.push(word)
      reading.notes.push(...(typoNote(word) ?? []))
    } else reading.unread.push({ raw: piece, reason: { code: 'email-shape', params: { value: piece } } })
  }
  if (reading.emails.length === 0 && reading.unread.length === 0 && words.length > 0) {
    reading.unread.push({ raw: text, reason: { code: 'email-shape', params: { value: text } } })
  } else reading.rest = words.join(' ')
  return reading
}

function split(folded: string): string[] {
  const joined = folded.replace(/\s*@\s*/g, '@').replace(/。|(?<=\w)\s*\.\s*(?=\w)/g, '.')
  const withAt = joined.includes('@')
    ? joined
    : joined.replace(/\s*[([]at[)\]]\s*|\s+at\s+/i, '@').replace(/\s*[([]dot[)\]]\s*|\s+dot\s+/gi, '.')
  return withAt.split(/[\s;,/、|，；]+|(?=<)|(?<=>)/).filter((word) => word !== '')
}

function typoNote(email: string): Reason[] | undefined {
  const domain = email.slice(email.indexOf('@') + 1)
  const right = domainTypos[domain]
  return right === undefined ? undefined : [{ code: 'email-domain-typo', params: { domain, suggestion: right } }]
}
