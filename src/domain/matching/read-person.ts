import { toSimplified } from '../normalize/fold.ts'
import { parsePersonName } from '../normalize/person-name.ts'
import { toPinyin } from '../normalize/pinyin.ts'
import type { PersonNames } from './compare-person.ts'
import { loosen } from './compare-person.ts'
import { bitsOf } from './comparer.ts'
import { type NameParts, readLatinName, readLatinPart } from './latin.ts'
import { makeInterner, makePool, shared } from './pool.ts'

const han = /[\u3400-\u9fff\uf900-\ufaff]/
const nothing: readonly NameParts[] = []

/** All the names a cell gives one person: the name itself, a former one, an English one beside it. */
export function readPersonCell(cell: string): readonly NameParts[] {
  return han.test(cell) ? readHanCell(cell) : readLatinCell(cell)
}

/** A title may stand in it. */
const titled = /[生总理板哥弟师傅局处董士姐妹任计姨太娘婶嫂婆叔伯爷奶妈爸]|[(（]/

/** m, f, or empty: as a column of genders says it, or the title beside a name. */
export function readGender(column: string, name: string): '' | 'm' | 'f' {
  const told = /^\s*(?:男|先生|m|male|1|公)/i.test(column)
    ? 'm'
    : /^\s*(?:女|小姐|f|female|2|0|母)/i.test(column)
      ? 'f'
      : ''
  if (told !== '' || !titled.test(name)) return told
  const read = parsePersonName(name)
  return !read.ok || read.value.gender === undefined ? '' : read.value.gender === 'M' ? 'm' : 'f'
}

function readHanCell(cell: string): readonly NameParts[] {
  const read = parsePersonName(toSimplified(cell))
  if (!read.ok) return nothing
  const { surname = '', given = '', full, complete, english, former } = read.value
  if (isNickname(full, surname)) return nothing
  const out: NameParts[] = []
  if (surname !== '') out.push({ surname, given, suffix: 0 })
  else if (complete) out.push({ surname: '', given: full.replaceAll('·', ''), suffix: 0 })
  if (english !== undefined) out.push({ surname, given: readLatinPart(english).text, suffix: 0 })
  if (former !== undefined && former !== full) out.push(...readHanCell(former))
  return out
}

/** 云淡风轻, 乐乐妈: four characters that don't begin with two surnames, a child's pet name with 妈 or 爸. */
function isNickname(full: string, surname: string): boolean {
  if (/[妈爸宝]$|^(.)\1./.test(full) && full.length === 3) return true
  return full.length === 4 && surname.length === 1 && !outside.has(full[1]!)
}

const syllable =
  '(?:[zcs]h|[bpmfdtnlgkhjqxrzcsyw])?(?:iang|iong|uang|ang|eng|ing|ong|iao|ian|uai|uan|ai|ei|ao|ou|an|en|in|ia|ie|iu|ua|uo|ue|ui|un|ve|er|a|e|i|o|u|v)'
const surnameSounds =
  'wang li zhang liu chen yang huang zhao wu zhou xu sun ma zhu hu guo he lin gao luo zheng liang xie song tang feng dong deng xiao cao pan yuan cai jiang yu du ye cheng wei su lv lu ding ren shen yao peng zeng cui zhong tan wang lu shi jin dai xia fan fang bai zou meng xiong qin qiu hou jia mao hao gu long wan duan lei qian yin yan lai gong wen ying'
const joined = new RegExp(`^(${surnameSounds.split(' ').join('|')})(${syllable}${syllable}?)$`)

function readLatinCell(cell: string): readonly NameParts[] {
  const name = readLatinName(cell)
  if (name.surname === '' && name.given === '') return nothing
  if (name.surname === '') {
    const match = joined.exec(name.given)
    if (match !== null) return [{ surname: match[1]!, given: match[2]!, suffix: 0 }]
  }
  return [name]
}

/** Shares of the commonest Chinese surnames. Source: statistics bureau 2014, chinese-data.md 1.7; the rest estimated downwards. */
const surnameShares =
  '王7.1李6.96张6.42刘5.16陈4.26杨2.97黄2.16赵2.03周1.88吴1.78徐1.6孙1.5胡1.3朱1.3高1.2林1.2何1.1郭1.1马1.1罗0.9梁0.8宋0.8郑0.8谢0.7韩0.7唐0.7冯0.6于0.6董0.6萧0.6程0.6曹0.6袁0.5邓0.5许0.5傅0.5沈0.5曾0.5彭0.5吕0.5苏0.4卢0.4蒋0.4蔡0.4贾0.4丁0.4魏0.4薛0.4叶0.4阎0.4余0.4潘0.4杜0.4戴0.3夏0.3钟0.3汪0.3田0.3任0.3姜0.3范0.3方0.3石0.3姚0.3谭0.3廖0.3邹0.3熊0.3金0.3陆0.3郝0.2孔0.2白0.2崔0.2康0.2毛0.2邱0.2秦0.2江0.2史0.2顾0.2侯0.2邵0.2孟0.2龙0.2万0.2段0.2'
const outside: ReadonlyMap<string, number> = new Map(
  [...surnameShares.matchAll(/(\D)([\d.]+)/g)].map(([, name, share]) => [name!, Number(share) / 100]),
)
const rareSurname = 2e-4
const rareGiven = 1e-4
const unseen = 0.5

export interface PersonBuilder {
  readonly add: (record: number, name: NameParts) => void
  readonly finish: (records: number) => PersonNames
}

/** Collects names record by record, in ascending order of record. */
export function buildPersons(): PersonBuilder {
  const interner = makeInterner()
  const owners: number[] = []
  const surnames: number[] = []
  const givens: number[] = []
  const suffixes: number[] = []
  return {
    add: (record, { surname, given, suffix }) => {
      const s = surname === '' ? -1 : interner.id(surname)
      const g = given === '' ? -1 : interner.id(given)
      for (let i = owners.length - 1; i >= 0 && owners[i] === record; i--)
        if (surnames[i] === s && givens[i] === g) return
      owners.push(record)
      surnames.push(s)
      givens.push(g)
      suffixes.push(suffix)
    },
    finish: (records) => {
      const at = new Uint32Array(shared((records + 1) * 4))
      for (const owner of owners) at[owner + 1]!++
      for (let r = 0; r < records; r++) at[r + 1]! += at[r]!
      const { texts } = interner
      const sounds = makeInterner()
      const sound = new Int32Array(shared(texts.length * 4), 0, texts.length)
      const loose = new Int32Array(shared(texts.length * 4), 0, texts.length)
      const isHan = new Uint8Array(shared(texts.length), 0, texts.length)
      texts.forEach((text, id) => {
        const chinese = han.test(text)
        isHan[id] = chinese ? 1 : /[\u0370-\u33ff\uac00-\uf8ff]/.test(text) ? 2 : 0
        const spoken = chinese ? toPinyin(text).pinyin : text
        sound[id] = sounds.id(spoken.replaceAll(' ', ''))
        loose[id] = sounds.id(loosen(spoken).replaceAll(' ', ''))
      })
      return {
        at,
        surnames: into(surnames),
        givens: into(givens),
        suffixes: Uint8Array.from(suffixes),
        pool: makePool(texts),
        sound,
        loose,
        sounds: makePool(sounds.texts),
        han: isHan,
        surnameRarity: rarityOf(texts, surnames, (text) => outside.get(text) ?? rareSurname),
        givenRarity: rarityOf(texts, givens, () => rareGiven),
      }
    },
  }
}

function into(values: readonly number[]): Int32Array {
  const out = new Int32Array(shared(values.length * 4), 0, values.length)
  out.set(values)
  return out
}

function rarityOf(texts: readonly string[], column: readonly number[], share: (text: string) => number): Int32Array {
  const counts = new Int32Array(texts.length)
  let known = 0
  for (const id of column) {
    if (id < 0) continue
    counts[id]!++
    known++
  }
  const out = new Int32Array(shared(texts.length * 4), 0, texts.length)
  texts.forEach((text, id) => {
    // What counts is the chance that another record bears it, as the weight of equal values counts it: by pairs
    out[id] = bitsOf((Math.max(counts[id]! - 1, unseen) + 50 * share(text)) / (known + 50))
  })
  return out
}
