import type { ReportSection } from '../../model/report.ts'
import { cellText, changeText, growth } from '../number.ts'

export interface FigureText {
  readonly title: string
  readonly value: string
  /** `+6 (+33.3%)`; empty where nothing is compared. */
  readonly change: string
  readonly against: string
  readonly direction: 'up' | 'down' | 'same' | 'none'
}

/** The large figures of a section in words. */
export function figureTexts(section: ReportSection): FigureText[] {
  return (section.figures ?? []).map(({ title, value, type, change, changeOf = '' }) => {
    const text = value === null ? '–' : cellText(value, type)
    if (change === undefined || change === null)
      return { title, value: text, change: '', against: '', direction: 'none' }
    const share = typeof value === 'number' ? growth(value, change) : null
    return {
      title,
      value: text,
      change: changeText(change, type) + (share === null || change === 0 ? '' : ` (${share})`),
      against: changeOf,
      direction: change > 0 ? 'up' : change < 0 ? 'down' : 'same',
    }
  })
}

export const arrows = { up: '▲', down: '▼', same: '＝', none: '' } as const
