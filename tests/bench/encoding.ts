// Which encoding is a short text in? Accuracy on samples of 1, 3, 10 and 50 rows, header left out, for each encoding.
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as OpenCC from 'opencc-js'
import { findEncoding } from '../../src/files/encoding/guess.ts'
import { bufferSource } from '../../src/files/source.ts'

const data = process.env['KEHU_DATA'] ?? '../shared/data'
const generator = [join('fixtures', 'generator'), join(data, 'generator')].find((folder) =>
  existsSync(join(folder, 'gen-customers.mjs')),
)

/** A small generator of numbers, so that every run draws the same samples. */
export function draw(seed: number): (below: number) => number {
  let state = seed >>> 0
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

/** What TextDecoder reads, written: one- and two-byte codes of an encoding; null where a character has none. */
export function encoderOf(encoding: string): (text: string) => Buffer | null {
  const codes = new Map<string, number[]>()
  const decoder = new TextDecoder(encoding)
  for (let a = 0; a < 256; a++) {
    const one = decoder.decode(Buffer.from([a]))
    if (one.length === 1 && one !== '\ufffd') codes.set(one, [a])
  }
  for (let a = 0x81; a < 0xff && encoding !== 'windows-1252'; a++) {
    for (let b = 0x40; b < 0xff; b++) {
      const two = decoder.decode(Buffer.from([a, b]))
      if (two.length === 1 && two !== '\ufffd' && !codes.has(two)) codes.set(two, [a, b])
    }
  }
  return (text) => {
    const bytes: number[] = []
    for (const char of text) {
      const code = codes.get(char)
      if (code === undefined) return null
      bytes.push(...code)
    }
    return Buffer.from(bytes)
  }
}

const jp = {
  family:
    '佐藤 鈴木 高橋 田中 伊藤 渡辺 山本 中村 小林 加藤 吉田 山田 佐々木 山口 松本 井上 木村 林 斎藤 清水 橋本 阿部 森 池田 前田 藤田 後藤 岡田 長谷川 村上 近藤 石井 坂本 遠藤 青木 福田 三浦 西村 藤井 太田'.split(
      ' ',
    ),
  given:
    '太郎 花子 翔太 美咲 大輔 愛 健一 陽子 誠 由美子 拓也 さくら 直樹 恵子 和也 ひろみ 達也 真由美 浩 久美子 剛 あゆみ 悠斗 結衣 蓮 ミサキ ケン'.split(
      ' ',
    ),
  place:
    '東京都新宿区西新宿 大阪府大阪市北区梅田 愛知県名古屋市中区栄 福岡県福岡市博多区 北海道札幌市中央区 神奈川県横浜市西区みなとみらい 京都府京都市下京区 兵庫県神戸市三宮 埼玉県さいたま市大宮区 千葉県船橋市本町'.split(
      ' ',
    ),
  firm: '株式会社サクラ商事 有限会社山田工務店 東洋電機株式会社 カフェ・ド・パリ 合同会社フジ企画 日本物産(株) 三和建設 ヤマト印刷所 トヨダ自動車販売'.split(
    ' ',
  ),
  remark:
    '電話は午後から メール希望 お得意様 紹介：山田様 新規のお客様 要連絡 キャンセル済み 請求書送付済 個室希望'.split(
      ' ',
    ),
}
const latin = {
  given:
    'José André François Jürgen Søren Zoë Chloé Renée Björn Åsa María Íñigo João Gonçalo Noël Éva Günter Inés Léa Raúl'.split(
      ' ',
    ),
  family:
    'Müller García Fernández Lefèvre Schröder Nuñez Østergård Åkesson Gonçalves Peña Hélène Köhler Brontë Dvorák Castaño Weiß Jørgensen Pérez Gómez Girard'.split(
      ' ',
    ),
  place: [
    'São Paulo',
    'Zürich',
    'Málaga',
    'Köln',
    'Orléans',
    'Malmö',
    'Århus',
    'Bogotá',
    'München',
    'Coruña',
    'Genève',
    'Québec',
  ],
  firm: [
    'Café Liégeois S.A.',
    'Bäckerei Groß GmbH',
    'Señor Foods',
    'Hôtel du Château',
    'Træ & Møbel A/S',
    'Distribuidora São João',
    'Boulangerie Périgord',
  ],
}

function rowsOf(random: (below: number) => number, kind: 'jp' | 'latin', count: number): string[] {
  const pick = (list: readonly string[]) => list[random(list.length)]!
  const digits = (n: number) => Array.from({ length: n }, () => random(10)).join('')
  return Array.from({ length: count }, () =>
    kind === 'jp'
      ? [
          pick(jp.family) + pick(['', ' ', '　']) + pick(jp.given),
          `090-${digits(4)}-${digits(4)}`,
          pick(jp.firm),
          `${pick(jp.place)}${1 + random(9)}-${1 + random(30)}`,
          pick(jp.remark),
        ].join(',')
      : [
          `${pick(latin.given)} ${pick(latin.family)}`,
          `+${digits(11)}`,
          pick(latin.firm),
          pick(latin.place),
          `${digits(3)},00`,
        ].join(';'),
  )
}

function chineseRows(): string[] {
  const folder = mkdtempSync(join(tmpdir(), 'kehu-encoding-'))
  try {
    execFileSync(
      process.execPath,
      [join(generator!, 'gen-customers.mjs'), '--rows', '4000', '--seed', 'encoding', '--out', folder],
      { stdio: 'ignore' },
    )
    return readFileSync(join(folder, 'customers.csv'), 'utf8')
      .trim()
      .split('\n')
      .slice(1)
      .map((line) => line.trimEnd())
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** One encoding: rows of text, and how they become bytes. */
interface Language {
  readonly encoding: string
  readonly rows: readonly string[]
  readonly encode: (text: string) => Buffer | null
}

function languages(): Language[] {
  const random = draw(7)
  const chinese = chineseRows()
  const traditional = OpenCC.Converter({ from: 'cn', to: 'tw' })
  return [
    { encoding: 'utf-8', rows: chinese, encode: (text) => Buffer.from(text) },
    { encoding: 'gb18030', rows: chinese, encode: encoderOf('gb18030') },
    { encoding: 'big5', rows: chinese.map((row) => traditional(row)), encode: encoderOf('big5') },
    { encoding: 'shift_jis', rows: rowsOf(random, 'jp', 4000), encode: encoderOf('shift_jis') },
    { encoding: 'windows-1252', rows: rowsOf(random, 'latin', 4000), encode: encoderOf('windows-1252') },
  ]
}

export interface EncodingResult {
  readonly encoding: string
  readonly rows: number
  readonly right: number
  readonly of: number
  readonly wrong: readonly string[]
}

/** Draws samples and judges each; only samples with something else than ASCII count. */
export function measure(draws: number): EncodingResult[] {
  const results: EncodingResult[] = []
  for (const { encoding, rows, encode } of languages()) {
    for (const size of [1, 3, 10, 50]) {
      const random = draw(size * 1000 + encoding.length)
      const wrong: string[] = []
      let right = 0
      let of = 0
      for (let tries = 0; of < draws && tries < draws * 20; tries++) {
        const from = random(rows.length - size)
        const bytes = encode(`${rows.slice(from, from + size).join('\r\n')}\r\n`)
        if (bytes === null || bytes.every((byte) => byte < 128)) continue
        of++
        const { guess } = findEncoding(bufferSource('sample', bytes), undefined)
        if (guess.encoding === encoding) right++
        else wrong.push(`${guess.encoding} (${guess.confidence}): ${rows[from]}`)
      }
      results.push({ encoding, rows: size, right, of, wrong })
    }
  }
  return results
}

export async function bench(args: string[]): Promise<void> {
  if (generator === undefined) {
    process.stdout.write('skipped: needs generator/gen-customers.mjs (KEHU_DATA)\n')
    return
  }
  const results = measure(Number(args[0] ?? 500))
  process.stdout.write('encoding       rows  wanted   got\n')
  for (const { encoding, rows, right, of, wrong } of results) {
    process.stdout.write(
      `${encoding.padEnd(14)} ${String(rows).padStart(4)}  ≥ 99 %  ${((right / of) * 100).toFixed(1)} % of ${of}\n`,
    )
    if (args.includes('-v')) for (const line of wrong.slice(0, 5)) process.stdout.write(`    ${line}\n`)
  }
  const met = results.filter(({ right, of }) => of > 0 && right / of >= 0.99).length
  process.stdout.write(`met ${met} of ${results.length}\n`)
}
