/** 高 中 低 */
export const levels = ['high', 'middle', 'low'] as const
export type Level = (typeof levels)[number]

const weight: Readonly<Record<Level, number>> = { high: 3, middle: 2, low: 1 }

/** 需求分级 by importance and urgency: A both high or nearly, D both low. */
export function gradeOf(importance: Level, urgency: Level): 'A' | 'B' | 'C' | 'D' {
  const product = weight[importance] * weight[urgency]
  return product >= 6 ? 'A' : product >= 3 ? 'B' : product === 2 ? 'C' : 'D'
}

/** 收集 → 分析 → 跟踪 → 评估 → 反馈 → 关闭 */
export const stages = ['collect', 'analyse', 'track', 'assess', 'answer', 'closed'] as const

/** The stage after one; closed stays closed. */
export const nextStage = (stage: string): string =>
  stages[Math.min(stages.length - 1, stages.indexOf(stage as 'collect') + 1)]!
