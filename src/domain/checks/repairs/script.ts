import { traditionalPairs } from '../../normalize/data/simplified.ts'
import { toSimplified } from '../../normalize/fold.ts'

/** The script a house writes its names in; both stand as they are where it has no wish. */
export type Script = 'simplified' | 'traditional'

/** Characters that stand for themselves and for others in traditional writing: 后 (後, 后), 里 (裡, 里). */
const eitherWay = new Set(
  '后里干斗谷丑松范云只面准几制向周冲卷台合吊回夸奸姜家并布师征志愿托扎折板极胡弥曲朱杠梁杯核欲沈洒涂淀汇游灶炼烟症秋种签累舍苏药蔑虫蜡表郁采钟雇须发复当尽历获坛团纤脏饥暗辟余系岳于岩群咸哄闲',
)

let traditionalOf: Map<string, string | null> | undefined

/** Each simplified character with the only traditional one it comes from; null where there are several. */
function loadTraditional(): Map<string, string | null> {
  const made = new Map<string, string | null>()
  for (let i = 0; i + 1 < traditionalPairs.length; i += 2) {
    const [traditional, simplified] = [traditionalPairs[i]!, traditionalPairs[i + 1]!]
    made.set(simplified, made.has(simplified) || eitherWay.has(simplified) ? null : traditional)
  }
  traditionalOf = made
  return made
}

/**
 * A text in the script of the house; null where a character could be written in more than one way, which nobody may guess.
 *
 * To simplified always works: every traditional character has one simplified form.
 */
export function inScript(text: string, script: Script): string | null {
  if (script === 'simplified') return toSimplified(text)
  const table = traditionalOf ?? loadTraditional()
  let out = ''
  for (const char of text) {
    const to = table.get(char)
    if (to === null) return null
    out += to ?? char
  }
  return out
}
