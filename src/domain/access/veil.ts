import type { HiddenKind } from '../../model/access.ts'

const D = '[0-9０-９]'
const digit = /[0-9０-９]/g
/** One blank, dash, dot or bracket between the groups of a number; two blanks part the columns of a table. */
const GAP = '(?:[)）][ \\-]?|[ \\u00a0\\-‐-―－·.])?'

/** Phones as people write them, each in its own shape: mobile, with country code, landline, service number. */
const phone = new RegExp(
  [
    `\\+${GAP}${D}{1,3}(?:${GAP}[(（]?${D}){6,13}(?!${D})`,
    `(?<!${D})(?:86${GAP})?[1１][3-9３-９](?:${GAP}${D}){9}(?!${D})`,
    `(?<!${D})[(（]?[0０]${D}{2,3}[)）]?${GAP}${D}{3,4}${GAP}${D}{4}(?!${D})`,
    `(?<!${D})[48][0０]{2}${GAP}${D}{3}${GAP}${D}{4}(?!${D})`,
  ].join('|'),
  'g',
)
/** Long runs: citizen numbers, cards, local numbers. What they are not is told apart below. */
const run = /[0-9０-９]{6,}(?:[0-9０-９]*[xXｘＸ](?![A-Za-z]))?/g
const email = /(?<![A-Za-z0-9._%+\-＋])[A-Za-z0-9._%+\-＋]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+/g
/** A place word with a house number behind it: the number, and what follows of building and room, is hidden. */
const house =
  /((?:路|街|大道|道|巷|弄|胡同|里|村|苑|园|城|府|庭|湾|花园|小区|公寓|大厦|广场|中心|座|区))([A-Za-z]?[0-9０-９]+(?:[0-9０-９A-Za-z\-－—~～、,，/#号弄支附之幢栋座楼层单元室房户]|单元)*)/g
const building =
  /[A-Za-z]?[0-9０-９]+[-－]?[0-9０-９]*(?:幢|栋|单元|室)(?:[0-9０-９A-Za-z\-－号幢栋座楼层单元室房户])*/g
const stamp = /^(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12][0-9]|3[01])(?:[0-9]{4}|[0-9]{6})?$/
/** Digests and random names are no numbers of people. */
const hex = /(?<![0-9A-Za-z])(?=(?:[0-9]*[a-f]){3})[0-9a-f]{16,}(?![0-9A-Za-z])/g

/** Unified social credit codes are public; a citizen number has no letter but the last. */
const creditCode = /(?<![0-9A-Za-z])[0-9A-Z]{2}[0-9]{6}(?=[0-9]*[A-Z][0-9A-Z]*[0-9A-Z])[0-9A-Z]{10}(?![0-9A-Za-z])/g

/** Hides what stands between the first and the last few digits; length and writing stay, so that tables stay straight. */
function starred(text: string, head: number, tail: number): string {
  const count = text.match(digit)?.length ?? 0
  let at = 0
  return text.replace(/[0-9０-９xXｘＸ]/g, (char) => {
    const index = at++
    return index < head || index >= count - tail ? char : char.charCodeAt(0) > 0xff ? '＊' : '*'
  })
}

function hidePhone(text: string): string {
  const digits = text.replace(/[^0-9０-９]/g, '').length
  return starred(text, digits >= 11 ? 3 : digits >= 9 ? 3 : 1, digits >= 11 ? 4 : 2)
}

/** What follows a number that counts things; what stands around one that is money or a code. */
function isPlain(whole: string, at: number, text: string): boolean {
  const before = whole.slice(Math.max(0, at - 2), at)
  const after = whole.slice(at + text.length, at + text.length + 12)
  if (text.length <= 8 && (/(?:^|[^A-Za-z])C$/.test(before) || /^0+$/.test(text.slice(1)))) return true
  if (stamp.test(text)) return true
  if (/^\.[0-9]{1,2}(?![0-9])/.test(after)) return true
  if (text.length <= 10 && /[0-9]\.$|[¥￥$#]$/.test(before)) return true
  return text.length <= 8 && /^ ?(?:行|条|位|笔|元|家|个|次|人|份|项|分|%|rows|customers)/.test(after)
}

function hideRuns(text: string, kinds: ReadonlySet<HiddenKind>): string {
  return text.replace(run, (match, at: number) => {
    if (isPlain(text, at, match)) return match
    const isIdentity = match.length >= 15
    if (isIdentity) return kinds.has('identity') ? starred(match, 3, 2) : match
    if (!kinds.has('contact') || match.length < 7) return match
    return starred(match, match.length >= 11 ? 3 : 1, match.length >= 11 ? 4 : 2)
  })
}

/**
 * Hides phones, e-mail addresses, citizen numbers and house numbers wherever they stand in a text: the one seam through
 * which everything passes that a person without the right to see them gets.
 *
 * Works by shape, so that free text, errors and foreign columns are covered as well; where a number might be something
 * else (an order number of eleven digits), it is hidden rather than shown. Days, sums, counts, codes and digests stay.
 */
export function veilText(text: string, kinds: ReadonlySet<HiddenKind>): string {
  if (kinds.size === 0 || !/[0-9０-９@]/.test(text)) return text
  // Digests are put aside: their digits would look like numbers.
  const kept: string[] = []
  const aside = (match: string): string => `\u0001${kept.push(match) - 1}\u0002`
  let work = text.replace(hex, aside).replace(creditCode, aside)
  if (kinds.has('contact')) {
    work = work.replace(
      email,
      (match) => `${match.slice(0, 1)}${'*'.repeat(match.indexOf('@') - 1)}${match.slice(match.indexOf('@'))}`,
    )
    work = work.replace(phone, (match, ...rest) => {
      const at = Number(rest.find((one) => typeof one === 'number'))
      return isPlain(work, at, match) || isNoPhone(match) ? match : hidePhone(match)
    })
  }
  if (kinds.has('identity') || kinds.has('contact')) work = hideRuns(work, kinds)
  if (kinds.has('address'))
    work = work
      .replace(house, (_, place: string, number: string) => `${place}${'*'.repeat(number.length)}`)
      .replace(building, (match) => match.replace(/[0-9０-９A-Za-z]/g, '*'))
  return work.replace(/\u0001(\d+)\u0002/g, (_, at: string) => kept[Number(at)] ?? '')
}

/** A day among figures, or a row of figures. */
const isNoPhone = (text: string): boolean =>
  /^\d+\.\d{1,2}$/.test(text) ||
  /(?:19|20)\d\d[-.][01]\d[-.][0-3]\d/.test(text) ||
  (text.match(/[^0-9０-９+]+/g)?.length ?? 0) > 4

/** The same within JSON: texts are hidden, bare numbers stay numbers; what turns out to be no JSON is hidden as text. */
export function veilJson(text: string, kinds: ReadonlySet<HiddenKind>): string {
  if (kinds.size === 0) return text
  const literals = /"(?:[^"\\]|\\.)*"/g
  const isJson = /^[\s[\]{}:,0-9.+\-eEtrufalsn]*$/.test(text.replace(literals, ''))
  return isJson ? text.replace(literals, (literal) => veilText(literal, kinds)) : veilText(text, kinds)
}
