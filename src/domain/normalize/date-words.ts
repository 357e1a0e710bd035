import { bad, good, type Parsed, type Reason } from '../../model/parsed.ts'
import { two } from './civil.ts'
import { century, type DateOptions, type DateReading, full, monthDay } from './date-reading.ts'
import { chineseDigits, chineseInteger } from './numerals.ts'

const months: Readonly<Record<string, number>> = {
  jan: 1,
  feb: 2,
  mar: 3,
  apr: 4,
  may: 5,
  jun: 6,
  jul: 7,
  aug: 8,
  sep: 9,
  oct: 10,
  nov: 11,
  dec: 12,
}
const lunarWord = /农历|阴历|旧历|古历|農曆|陰曆|舊曆|夏历|\(农\)|\(阴\)|^农|^阴|lunar/i
const solarWord = /\(?(?:阳历|公历|新历|西历|国历|國曆|公元|西元)\)?[:：\s]*/g

/** Reads a date that holds words: 年月日, Chinese numerals, 农历, 民國, English months. */
export function readWordDate(text: string, options: DateOptions): Parsed<DateReading> {
  if (
    /^(?:去年|今年|明年|前年|上|下|本|昨|今|明|前|后天|大前|最近|近期|年底|年初|月底|月初|节|端午|中秋|春节|国庆)/.test(
      text,
    )
  )
    return bad('date-relative', { value: text })
  const plain = text.replace(solarWord, '').replace(/(?:左右|前后|出生|生|许)$/, '')
  if (lunarWord.test(plain))
    return readLunar(plain.replace(new RegExp(lunarWord.source, 'gi'), '').replace(/[()\s:：]/g, ''), text, options)
  if (/[正冬腊臘]月|月(?:初|廿|卅)|闰/.test(plain)) return readLunar(plain.replace(/\s/g, ''), text, options)
  const minguoYear = /^(?:民國|民国)\s*(\S+?)\s*年$/.exec(plain)
  const told = minguoYear === null ? null : numeral(minguoYear[1]!)
  if (told !== null) return good({ partial: String(told + 1911) }, [{ code: 'date-minguo' }])
  const minguo = /^(?:民國|民国|中华民国|中華民國)\s*(\S+?)\s*年\s*(\S+?)\s*月\s*(\S+?)\s*[日号號]?$/.exec(plain)
  if (minguo !== null)
    return civil(text, (numeral(minguo[1]!) ?? Number.NaN) + 1911, minguo[2]!, minguo[3]!, [{ code: 'date-minguo' }])
  const chinese = /^(?:(\S+?)\s*年\s*)?(?:(\S+?)\s*月\s*(?:份\s*)?)?(?:(\S+?)\s*[日号號]?)?$/.exec(
    plain.replace(/\s+/g, ''),
  )
  if (chinese !== null && /[年月]/.test(plain)) return readChinese(text, chinese, options)
  const digits = plain.length === 4 ? chineseDigits(plain) : null
  if (digits !== null && digits >= 1850 && digits <= 2199) return good({ partial: String(digits) })
  return readEnglish(plain, options) ?? bad('date-unreadable', { value: text })
}

function readChinese(raw: string, match: RegExpExecArray, options: DateOptions): Parsed<DateReading> {
  const [, yearText, monthText, dayText] = match
  const month = monthText === undefined ? undefined : numeral(monthText)
  if (monthText !== undefined && month === null) return bad('date-unreadable', { value: raw })
  if (yearText === undefined) {
    if (monthText === undefined || dayText === undefined) return bad('date-incomplete', { value: raw })
    const day = numeral(dayText)
    if (day === null) return bad('date-unreadable', { value: raw })
    const read = monthDay(month!, day, raw, options)
    // 八月十五, without 日, is how lunar days are said.
    const lunar = /^[一二三四五六七八九十]+月[一二三四五六七八九十]+$/.test(raw)
    return lunar && read.ok
      ? good(read.value, [...(read.notes ?? []), { code: 'date-maybe-lunar', params: { value: raw } }])
      : read
  }
  const digits = numeral(yearText)
  if (digits === null) return bad('date-unreadable', { value: raw })
  const year = century(digits, options)
  if (month === undefined || month === null)
    return dayText === undefined && year >= 1850 && year <= 2199
      ? good({ partial: String(year) })
      : bad('date-unreadable', { value: raw })
  if (dayText !== undefined) return civil(raw, year, monthText!, dayText)
  return month >= 1 && month <= 12 && year >= 1850 && year <= 2199
    ? good({ partial: `${year}-${two(month)}` })
    : bad('date-impossible', { value: raw })
}

function civil(
  raw: string,
  year: number,
  monthText: string,
  dayText: string,
  notes?: readonly Reason[],
): Parsed<DateReading> {
  const [month, day] = [numeral(monthText), numeral(dayText)]
  if (month === null || day === null || Number.isNaN(year)) return bad('date-unreadable', { value: raw })
  return full(year, month, day, raw, notes)
}

/** 5, 05, 二十三, 二〇二四. */
function numeral(text: string): number | null {
  if (/^\d{1,4}$/.test(text)) return Number(text)
  return chineseDigits(text) ?? chineseInteger(text)
}

/** `text` without 农历 and spaces: 八月十五, 8.15, 正月初六, 1985年闰六月初十, 腊月廿三. */
function readLunar(text: string, raw: string, _options: DateOptions): Parsed<DateReading> {
  const match =
    /^(?:(\S+?)年|(\d{4})[-/.])?(闰|閏)?(\d{1,2}|[正一二三四五六七八九十冬腊臘]{1,3})[月./-](\S+?)[日号號]?$/.exec(text)
  if (match === null) return bad('date-unreadable', { value: raw })
  const [, yearWords, yearDigits, leap, monthText = '', dayText = ''] = match
  const month =
    monthText === '正'
      ? 1
      : monthText === '冬'
        ? 11
        : monthText === '腊' || monthText === '臘'
          ? 12
          : numeral(monthText)
  const day = numeral(dayText.replace(/^初/, '').replace(/^廿/, '二十').replace(/^卅/, '三十'))
  if (month === null || day === null || month < 1 || month > 12 || day < 1 || day > 30)
    return bad('date-impossible', { value: raw })
  const told = yearDigits ?? yearWords
  const year = told === undefined ? undefined : numeral(told)
  if (year === null) return bad('date-unreadable', { value: raw })
  const head = year === undefined ? '' : `${year < 100 ? (year <= 35 ? 2000 : 1900) + year : year}-`
  return good({ partial: `lunar:${head}${two(month)}-${two(day)}${leap === undefined ? '' : 'L'}`, lunar: true })
}

/** 12-Mar-24, Mar 12, 2024, 12th March 2024, March 2024. */
function readEnglish(text: string, options: DateOptions): Parsed<DateReading> | null {
  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?[\s./-]*([A-Za-z]{3,9})\.?[\s,./-]*(\d{2,4})?$/.exec(text)
  if (dayFirst !== null) return english(text, dayFirst[2]!, Number(dayFirst[1]), dayFirst[3], options)
  // Mar-24 is how Excel shows a month and its year.
  const short = /^([A-Za-z]{3})-(\d{2})$/.exec(text)
  const named = short === null ? undefined : months[short[1]!.toLowerCase()]
  if (named !== undefined) return good({ partial: `${century(Number(short![2]), options)}-${two(named)}` })
  const monthFirst = /^([A-Za-z]{3,9})\.?[\s./-]*(\d{1,2})(?:st|nd|rd|th)?(?:[\s,./-]+(\d{2,4}))?$/.exec(text)
  if (monthFirst !== null) return english(text, monthFirst[1]!, Number(monthFirst[2]), monthFirst[3], options)
  const yearOnly = /^([A-Za-z]{3,9})\.?[\s,./-]*(\d{4})$/.exec(text)
  const month = yearOnly === null ? undefined : months[yearOnly[1]!.slice(0, 3).toLowerCase()]
  return month === undefined ? null : good({ partial: `${yearOnly![2]!}-${two(month)}` })
}

function english(
  raw: string,
  name: string,
  day: number,
  year: string | undefined,
  options: DateOptions,
): Parsed<DateReading> | null {
  const month = months[name.slice(0, 3).toLowerCase()]
  if (month === undefined) return null
  return year === undefined ? monthDay(month, day, raw, options) : full(century(Number(year), options), month, day, raw)
}
