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
  const right = mistypedDomain(domain)
  return right === undefined ? undefined : [{ code: 'email-domain-typo', params: { domain, suggestion: right } }]
}

const remembered = new Map<string, string | undefined>()

/** What a domain was meant to be, where it is a slip of a well-known one or ends in a slip of `.com`; undefined else. */
export function mistypedDomain(domain: string): string | undefined {
  if (remembered.has(domain)) return remembered.get(domain)
  const right = domainTypos[domain] ?? slipOf(domain)
  if (remembered.size > 50_000) remembered.clear()
  remembered.set(domain, right)
  return right
}

/** Endings that nobody has been given and that a hand slips into for `com`. */
const slipsOfCom = new Set([
  'con',
  'cmo',
  'ocm',
  'comm',
  'coom',
  'vom',
  'xom',
  'cpm',
  'clm',
  'ccom',
  'come',
  'conm',
  'comn',
])
/** Hosts with names long enough that one letter off is a slip and no other host. */
const longHosts = ['gmail.com', 'hotmail.com', 'outlook.com', 'foxmail.com', 'yahoo.com', 'icloud.com', 'aliyun.com']

function slipOf(domain: string): string | undefined {
  const dot = domain.lastIndexOf('.')
  const [name, ending] = [domain.slice(0, dot), domain.slice(dot + 1)]
  const isSlip = slipsOfCom.has(ending)
  if (ending !== 'com' && !isSlip) return undefined
  const whole = `${name}.com`
  const host = longHosts.find((one) => one !== whole && isOneSlip(name, one.slice(0, -4)))
  return host ?? (isSlip ? whole : undefined)
}

/** One letter left out, doubled, put in, changed, or two swapped; the first letter stands. */
function isOneSlip(written: string, meant: string): boolean {
  if (written[0] !== meant[0] || Math.abs(written.length - meant.length) > 1) return false
  let at = 0
  while (at < written.length && written[at] === meant[at]) at++
  const [rest, wanted] = [written.slice(at), meant.slice(at)]
  if (rest.slice(1) === wanted || rest === wanted.slice(1) || rest.slice(1) === wanted.slice(1)) return true
  return rest.length > 1 && rest[0] === wanted[1] && rest[1] === wanted[0] && rest.slice(2) === wanted.slice(2)
}
