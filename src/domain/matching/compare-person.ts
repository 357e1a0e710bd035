import type { Comparer } from './comparer.ts'
import { areNicknames, areOtherNames } from './nicknames.ts'
import { type Pool, textOf } from './pool.ts'
import { likeness, makePairMemo } from './similarity.ts'

/** People's names of all records: each record has none, one or (with aliases) several. */
export interface PersonNames {
  /** Names of a record: `at[r]`..`at[r + 1]` in `surnames`, `givens`. */
  readonly at: Uint32Array
  /** Numbers into `pool`, -1 where not known. */
  readonly surnames: Int32Array
  readonly givens: Int32Array
  readonly suffixes: Uint8Array
  readonly pool: Pool
  /** Toneless pinyin without spaces (or the folded Latin text itself) of each text of the pool, as a number into `sounds`. */
  readonly sound: Int32Array
  /** The same as regional readings make of it (zh = z, n = l, -ng = -n). */
  readonly loose: Int32Array
  readonly sounds: Pool
  /** 1 where the text is Han, 2 where it is neither Han nor Latin. */
  readonly han: Uint8Array
  /** How many people of the world bear it, in shares: surnames, given names. */
  readonly surnameRarity: Int32Array
  readonly givenRarity: Int32Array
}

export const surnameLevels = ['different', 'alike', 'close', 'same-sound', 'one-slip', 'equal'] as const
export const givenLevels = [
  'other',
  'different',
  'one-character',
  'alike',
  'initial',
  'close',
  'same-sound',
  'one-slip',
  'nickname',
  'look-alike',
  'equal',
  'swapped',
] as const

const S = { different: 1, alike: 2, close: 3, sound: 4, slip: 5, equal: 6 } as const
const G = {
  other: 1,
  different: 2,
  oneChar: 3,
  alike: 4,
  initial: 5,
  close: 6,
  sound: 7,
  slip: 8,
  nick: 9,
  look: 10,
  equal: 11,
  swapped: 12,
} as const

/** Groups of characters that handwriting and scanning mix up. */
const lookGroups =
  '己已巳 末未 候侯 荣莱 祥详 晨辰 日曰 土士 干千于 人入 天夫 大太犬 王玉 目且 田由甲申 白自 刀力 贝见 午牛 住往 今令 乌鸟 兔免 折拆 析祈 戍戌戊 茶荼 历厉 广厂 几儿 九丸 兰三 幻幼 治冶 沈沉 洛络 扬杨 场汤 梅海 桃挑 林材 杉彬 松柏 铭名 明朋 阴阳 陈阵 降除 昌冒 旦且 吴昊 昊吴 佳住 俊峻 峰锋 强张 波坡 清请 晴睛 情清 杰木 斌武 伟伪 华毕 宁字 宇字 安按 宏宠 家豪 容客 丽骊 萍苹 芳芬 芸芝 英莫 若苦 莉荔 菲非 蓉容 薇微 琳淋 玲珍 珊删 瑞端 瑶谣 璐露 倩请 娟捐 娜那 婷停 嫣焉 帅师 志忐 思恩 恩思 慧惠 振震 海每 涛寿 润闰 源原 浩皓 泽择 淑叔 超起 越赵 跃妖 轩斩 辉挥 达太 远还 进近 逸兔 鑫金 钢纲 锐说 雪雷 雯文 霞露 露霞 静净 颖颍 飞气 鸣呜 鹏棚 龙尤'.split(
    ' ',
  )
const looks: ReadonlyMap<string, string> = (() => {
  const map = new Map<string, string>()
  for (const group of lookGroups) for (const char of group) map.set(char, (map.get(char) ?? '') + group)
  return map
})()

/** One wrong character that looks like the right one. */
export const looksLike = (a: string, b: string): boolean => a === b || (looks.get(a)?.includes(b) ?? false)

/** Surname and given name of two records, in either order, in any script. */
export function comparePersons(names: PersonNames): Comparer {
  const surnameMemo = makePairMemo(16)
  const givenMemo = makePairMemo(18)
  const surname = (x: number, y: number): number => surnameLevel(names, x, y)
  const given = (x: number, y: number): number => givenLevel(names, x, y)
  const { at, surnames, givens, suffixes } = names
  const one = (i: number, j: number): number => {
    const si = surnames[i]!
    const sj = surnames[j]!
    const gi = givens[i]!
    const gj = givens[j]!
    if (si < 0 !== gi < 0 || sj < 0 !== gj < 0) {
      const crossed = onePart(names, i, j)
      if (crossed > 0) return crossed
    }
    const s = si < 0 || sj < 0 ? 0 : si === sj ? S.equal : surnameMemo(si, sj, surname)
    let g = gi < 0 || gj < 0 ? 0 : gi === gj ? G.equal : givenMemo(gi, gj, given)
    if (si >= 0 && sj >= 0 && gi >= 0 && gj >= 0 && s < S.slip && g < G.equal) {
      if (si === gj && gi === sj) return G.swapped << 4
      // In another script the order of the names is not known, and the sound alone is less than the name
      if (turn(names, si, gi, sj, gj)) return S.sound | (G.sound << 4)
    }
    // Jr and Sr, or I and II, are two people whatever their names say
    if (g > G.other && suffixes[i] !== 0 && suffixes[j] !== 0 && suffixes[i] !== suffixes[j]) g = G.other
    return s | (g << 4)
  }
  return {
    slots: [
      { key: 'surname', evidence: 'name', levels: surnameLevels, m: [0.04, 0.01, 0.02, 0.02, 0.05, 0.86], agrees: 4 },
      {
        key: 'given',
        evidence: 'name',
        levels: givenLevels,
        m: [0.01, 0.03, 0.01, 0.015, 0.01, 0.02, 0.03, 0.05, 0.04, 0.015, 0.75, 0.02],
        agrees: 6,
        equal: G.equal,
      },
    ],
    compare: (a, b) => {
      const a1 = at[a + 1]!
      const b1 = at[b + 1]!
      let best = 0
      for (let i = at[a]!; i < a1; i++)
        for (let j = at[b]!; j < b1; j++) {
          const pair = one(i, j)
          if ((pair & 15) * 2 + (pair >> 4) * 3 > (best & 15) * 2 + (best >> 4) * 3) best = pair
        }
      return best
    },
    rarity: rarityOfNames(names),
  }
}

/** How rare the rarest agreeing part of two records' names is; -1 where the parts do not agree in sound at least. */
function rarityOfNames({ at, surnames, givens, surnameRarity, givenRarity }: PersonNames): Comparer['rarity'] {
  return (a, b, slot, level) => {
    if (at[a + 1]! === at[a]! || at[b + 1]! === at[b]!) return -1
    const column = slot === 0 ? surnames : givens
    const table = slot === 0 ? surnameRarity : givenRarity
    if (level < (slot === 0 ? S.sound : G.sound)) return -1
    let rarest = -1
    for (let i = at[a]!; i < at[a + 1]!; i++)
      for (let j = at[b]!; j < at[b + 1]!; j++) {
        const x = column[i]!
        const y = column[j]!
        if (x >= 0 && y >= 0) rarest = Math.max(rarest, Math.min(table[x]!, table[y]!))
      }
    return rarest
  }
}

function surnameLevel({ pool, sound, sounds, han }: PersonNames, x: number, y: number): number {
  if (han[x] !== han[y] && (han[x] === 2 || han[y] === 2)) return 0
  if (han[x] !== han[y])
    return sound[x] === sound[y] ? S.sound : likeness(sounds, sound[x]!, sound[y]!) >= 3 ? S.alike : S.different
  if (han[x] === 1) {
    if (sound[x] === sound[y]) return S.sound
    return looksLike(textOf(pool, x), textOf(pool, y)) ? S.sound : S.different
  }
  const like = likeness(pool, x, y)
  if (like === 3) return S.slip
  if (like > 0) return like === 2 ? S.close : S.alike
  return shareWord(textOf(pool, x), textOf(pool, y)) ? S.slip : S.different
}

function givenLevel(names: PersonNames, x: number, y: number): number {
  const { pool, sound, sounds, han } = names
  if (han[x] !== han[y] && (han[x] === 2 || han[y] === 2)) return 0
  if (han[x] !== han[y])
    return sound[x] === sound[y] ? G.sound : likeness(sounds, sound[x]!, sound[y]!) >= 3 ? G.sound : G.different
  if (han[x] === 1) return hanGivenLevel(names, x, y)
  const a = textOf(pool, x)
  const b = textOf(pool, y)
  if (a.length === 1 || b.length === 1) return a[0] === b[0] ? G.initial : G.different
  if (areOtherNames(a, b)) return G.other
  const like = likeness(pool, x, y)
  // Mary and Mark are two people, Robert and Robret are one
  if (like === 3) return Math.max(a.length, b.length) > 4 ? G.slip : G.alike
  const a1 = a.split(' ')[0]!
  const b1 = b.split(' ')[0]!
  if (a1 === b1 && a1.length > 1) return G.nick
  if (areNicknames(a1, b1) || a.replaceAll(' ', '') === b.replaceAll(' ', '')) return G.nick
  if ((a1.length === 1 || b1.length === 1) && a1[0] === b1[0]) return G.initial
  if (shareWord(a, b)) return G.close
  return like === 2 ? G.close : like === 1 ? G.alike : G.different
}

function hanGivenLevel({ pool, sound, loose }: PersonNames, x: number, y: number): number {
  if (sound[x] === sound[y]) return G.sound
  const a = [...textOf(pool, x)]
  const b = [...textOf(pool, y)]
  if (a.length === b.length) {
    const apart = a.filter((char, i) => char !== b[i])
    if (apart.length === 2 && a.length === 2 && a[0] === b[1] && a[1] === b[0]) return G.sound
    if (apart.length === 1) {
      const i = a.findIndex((char, k) => char !== b[k])
      if (looksLike(a[i]!, b[i]!)) return G.look
      if (loose[x] === loose[y]) return G.slip
      return a.length > 1 ? G.oneChar : G.other
    }
    return loose[x] === loose[y] ? G.close : G.other
  }
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  return short.every((char) => long.includes(char)) ? G.alike : G.other
}

/** The spelling that all regional readings of a syllable share. */
export function loosen(sound: string): string {
  if (!sound.includes(' ')) return looseSyllable(sound)
  let out = ''
  for (const syllable of sound.split(' ')) out += out === '' ? looseSyllable(syllable) : ` ${looseSyllable(syllable)}`
  return out
}

const loosened = new Map<string, string>()

function looseSyllable(syllable: string): string {
  const known = loosened.get(syllable)
  if (known !== undefined) return known
  const plain = syllable
    .replace(/^([zcs])h/, '$1')
    .replace(/^n(?=[aeiouv])/, 'l')
    .replace(/^f/, 'h')
    .replace(/^r/, 'l')
    .replace(/([aei])ng$/, '$1n')
  if (loosened.size > 20_000) loosened.clear()
  loosened.set(syllable, plain)
  return plain
}

/** A record with one name only, which may be either part: it may agree with the other record's surname though it stands as given name. */
function onePart({ surnames, givens, pool, han }: PersonNames, i: number, j: number): number {
  const alone = (k: number): number => (surnames[k]! < 0 ? givens[k]! : givens[k]! < 0 ? surnames[k]! : -1)
  const x = alone(i)
  const y = alone(j)
  const against = (one: number, surname: number, given: number, isGiven: boolean): number => {
    const other = isGiven ? surname : given
    if (other < 0 || han[one] === 1 || han[other] === 1) return 0
    const same = isGiven ? given : surname
    if (same >= 0 && likeness(pool, one, same) >= 2) return 0
    const like = likeness(pool, one, other)
    return like < 3 ? 0 : isGiven ? (like === 4 ? S.equal : S.slip) : (like === 4 ? G.equal : G.slip) << 4
  }
  if (x >= 0 && y >= 0)
    return x === y ||
      (han[x] === 0 && han[y] === 0 && surnames[i]! < 0 !== surnames[j]! < 0 && likeness(pool, x, y) >= 3)
      ? surnames[i]! < 0 && surnames[j]! < 0
        ? 0
        : S.equal
      : 0
  if (x >= 0) return against(x, surnames[j]!, givens[j]!, surnames[i]! < 0)
  return y >= 0 ? against(y, surnames[i]!, givens[i]!, surnames[j]! < 0) : 0
}

function turn({ sound }: PersonNames, si: number, gi: number, sj: number, gj: number): boolean {
  return sound[si] === sound[gj] && sound[gi] === sound[sj]
}

function shareWord(a: string, b: string): boolean {
  if (!a.includes(' ') && !b.includes(' ')) return false
  const words = b.split(' ')
  return a.split(' ').some((word) => word.length > 2 && words.includes(word))
}
