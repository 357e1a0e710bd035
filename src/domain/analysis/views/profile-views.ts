import type { ReportTable, ReportView } from '../../../model/report.ts'
import { countColumn, shareColumn, subtitle, textColumn } from '../../reports/parts.ts'
import type { ReportContext } from '../../reports/spec.ts'
import { distributionOf, type ProfileLine, profileLines } from '../distribution.ts'

/** A trait's values of many customers; null where not told. */
export interface Trait {
  readonly key: string
  readonly title: string
  readonly values: readonly (string | null)[]
  /** Order of its values; the most frequent first where it has none. */
  readonly order?: readonly string[]
}

const MOST = 20

/** How customers are spread over sex, age, occupation, education, place … */
export function distributionView(traits: readonly Trait[], customers: number, context: ReportContext): ReportView {
  const { say } = context
  return {
    key: 'distribution',
    title: say('analysis.distribution'),
    subtitle: subtitle(context, say('analysis.distribution.purpose'), customers),
    lang: context.lang,
    sections: traits.map((trait) => ({ key: trait.key, title: trait.title, tables: [spreadTable(trait, context)] })),
  }
}

function spreadTable({ key, title, values, order }: Trait, { say }: ReportContext): ReportTable {
  const { shares, known, unknown, others } = distributionOf(values, {
    most: MOST,
    ...(order === undefined ? {} : { order }),
  })
  return {
    key,
    title,
    columns: [
      textColumn('value', title),
      countColumn('customers', say('analysis.customers')),
      shareColumn('share', say('analysis.share-known')),
    ],
    rows: [
      ...shares.map(({ value, count, share }) => [value, count, share]),
      ...(others === 0 ? [] : [[say('analysis.others'), others, others / known]]),
      ...(unknown === 0 ? [] : [[say('report.untold'), unknown, null]]),
    ],
  }
}

export interface ProfileShown {
  readonly name: string
  readonly members: number
  readonly everyone: number
  readonly traits: readonly (Trait & { readonly all: readonly (string | null)[] })[]
  /** Numbers of the segment against all: median and mean of those known. */
  /** Values on fewer customers are left out. */
  readonly least: number
  readonly numbers: readonly { readonly title: string; readonly segment: string; readonly all: string }[]
}

/** 画像 of a segment: what its customers are like, against all. */
export function profileView(
  { name, members, everyone, traits, numbers, least }: ProfileShown,
  context: ReportContext,
): ReportView {
  const { say } = context
  const lines = traits.map((trait) => ({ trait, lines: profileLines(trait.values, trait.all, least) }))
  const outstanding = lines
    .flatMap(({ trait, lines: each }) => each.map((line) => ({ trait, line })))
    .filter(({ line }) => line.index !== null && (line.index >= 130 || line.index <= 70))
    .sort((a, b) => Math.abs(Math.log((b.line.index ?? 100) / 100)) - Math.abs(Math.log((a.line.index ?? 100) / 100)))
    .slice(0, 10)
  return {
    key: 'profile',
    title: say('analysis.profile', { name }),
    subtitle: subtitle(context, say('analysis.profile.purpose'), members),
    lang: context.lang,
    sections: [
      {
        key: 'summary',
        title: say('analysis.profile', { name }),
        lead: say('analysis.profile.lead', { members: String(members), everyone: String(everyone) }),
        tables: [
          {
            key: 'numbers',
            title: say('analysis.profile.numbers'),
            columns: [
              textColumn('measure', say('analysis.measure')),
              textColumn('segment', say('analysis.here')),
              textColumn('all', say('analysis.everyone')),
            ],
            rows: numbers.map(({ title, segment, all }) => [title, segment, all]),
          },
          indexTable('outstanding', say('analysis.profile.outstanding'), outstanding, context),
        ],
      },
      ...lines
        .filter(({ lines: each }) => each.length > 0)
        .map(({ trait, lines: each }) => ({
          key: trait.key,
          title: trait.title,
          tables: [
            indexTable(
              trait.key,
              trait.title,
              each.slice(0, MOST).map((line) => ({ trait, line })),
              context,
            ),
          ],
        })),
    ],
  }
}

function indexTable(
  key: string,
  title: string,
  lines: readonly { readonly trait: Trait; readonly line: ProfileLine }[],
  { say }: ReportContext,
): ReportTable {
  return {
    key,
    title,
    columns: [
      textColumn('value', title),
      countColumn('customers', say('analysis.customers'), false),
      shareColumn('share', say('analysis.share-here')),
      shareColumn('all', say('analysis.share-all')),
      { key: 'index', title: say('analysis.index'), type: 'integer' },
    ],
    rows: lines.map(({ trait, line }) => [
      key === trait.key ? line.value : `${trait.title}: ${line.value}`,
      line.count,
      line.share,
      line.shareOfAll,
      line.index,
    ]),
    empty: say('analysis.profile.usual'),
  }
}
