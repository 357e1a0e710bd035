import type { Messages } from './catalogue.ts'

/** What finding and judging duplicates says to the person: budget, review in a sheet, models, second readings. */
export const dedupeText = {
  'dedupe-budget-flag': { zh: '只估算要比对多少对，不比对', en: 'only count what comparing would cost' },
  'dedupe-max-pairs': {
    zh: '平均每位客户最多比对几对，超过就不运行',
    en: 'pairs a customer may cost on average; beyond it nothing is run',
  },
  'dedupe-budget': {
    zh: '至多比对 {pairs} 对（平均每位客户 {each} 对）；最费的规则：{rules}',
    en: 'at most {pairs} pairs to compare ({each} a customer); costliest rules: {rules}',
  },
  'budget-rule': { zh: '规则', en: 'rule' },
  'budget-blocks': { zh: '组', en: 'blocks' },
  'budget-pairs': { zh: '至多几对', en: 'pairs at most' },
  'budget-dropped': { zh: '未比对的记录', en: 'records left out' },
  'budget-total': {
    zh: '合计至多 {pairs} 对，平均每位客户 {each} 对（几条规则都找到的对重复计算）',
    en: 'at most {pairs} pairs in all, {each} a customer (pairs that several rules find are counted under each)',
  },
  'dedupe-since': {
    zh: '只比对某次操作以来新增或改动的客户；不写编号时为上次查重以来',
    en: 'compare only customers made or changed since an operation; without a number, since the last run',
  },
  'dedupe-relearn': {
    zh: '重新估计权重，不沿用上次的',
    en: 'learn the weights anew instead of using those of the last run',
  },
  'dedupe-nothing-new': { zh: '没有新增或改动的客户', en: 'no customers were made or changed' },
  'dedupe-compared-new': {
    zh: '比对新增或改动的 {fresh} 位客户（共 {records} 位）、{pairs} 对',
    en: '{fresh} new or changed customers compared with all {records}, in {pairs} pairs',
  },
  'dedupe-merges-left': { zh: '没有自动合并，全部待人工判断', en: 'nothing was merged; all is left for review' },
  'dedupe-calibrated': {
    zh: '可能性已按 {answers} 个人工答案校准',
    en: 'probabilities are calibrated by {answers} answers of people',
  },

  'review-export': { zh: '写成 Excel 表，供在表中判断', en: 'write the pairs to an Excel sheet to be judged there' },
  'review-import': { zh: '读回判断过的 Excel 表', en: 'read the judged Excel sheet back' },
  'review-second': {
    zh: '再判断一遍别人判断过的对，只用来比较两人是否一致',
    en: 'judge again what others judged, only to see how far two people agree',
  },
  'review-sheet-title': { zh: '待判断', en: 'To review' },
  'review-sheet-choices': { zh: '选项', en: 'Choices' },
  'review-sheet-pair': { zh: '对号', en: 'Pair' },
  'review-sheet-verdict': { zh: '判断', en: 'Verdict' },
  'review-sheet-chance': { zh: '可能性', en: 'Probability' },
  'review-sheet-why': { zh: '依据', en: 'Evidence' },
  'review-sheet-differs': { zh: '不同之处', en: 'Differs in' },
  'verdict-same': { zh: '同一位', en: 'same' },
  'verdict-different': { zh: '不是同一位', en: 'different' },
  'verdict-related': { zh: '有关系', en: 'related' },
  'review-exported': {
    zh: '已写入 {path}：{pairs} 对，每对两行。在每对第一行的“判断”一列选择，然后运行：kehu dedupe review --import {path}',
    en: '{path} written: {pairs} pairs of two rows each. Choose a verdict in the first row of each pair, then run: kehu dedupe review --import {path}',
  },
  'review-imported': {
    zh: '读入 {decided} 个判断（同一位 {same}、不是 {different}、有关系 {related}），{left} 对没有读入，{open} 对没有填',
    en: '{decided} verdicts read (same {same}, different {different}, related {related}); {left} pairs not read, {open} left blank',
  },
  'review-would-import': {
    zh: '将读入 {decided} 个判断（同一位 {same}、不是 {different}、有关系 {related}），{left} 对不能读入，{open} 对没有填',
    en: '{decided} verdicts would be read (same {same}, different {different}, related {related}); {left} pairs could not, {open} left blank',
  },
  'review-left-line': { zh: '  {pair}  {reason}', en: '  {pair}  {reason}' },
  'review-second-none': {
    zh: '没有别人判断过、而你还没判断的对',
    en: 'there is nothing that others judged and you have not',
  },
  'review-second-end': {
    zh: '共 {pairs} 对由两人判断过，一致 {agreed}，kappa {kappa}：{word}',
    en: '{pairs} pairs judged by two people, {agreed} alike, kappa {kappa}: {word}',
  },
  'agreement-reliable': { zh: '可靠', en: 'reliable' },
  'agreement-unreliable': {
    zh: '还不可靠（需要至少 20 对，kappa 至少 0.8）',
    en: 'not reliable yet (20 pairs and a kappa of 0.8 are needed)',
  },

  'model-show-summary': { zh: '打印所用的模型', en: 'print the model in use' },
  'model-set-summary': {
    zh: '以后都用这个模型文件（或写 auto：每次重新估计）',
    en: 'use the model of this file from now on (or auto: learn anew each run)',
  },
  'model-file': { zh: '模型文件（JSON），或 auto', en: 'model file (JSON), or auto' },
  'model-learn-summary': {
    zh: '从人工答案调整权重，并固定下来（可撤回）',
    en: 'learn weights from the answers of people and keep them (undo takes it back)',
  },
  'model-set-done': { zh: '以后查重都用这个模型', en: 'runs use this model from now on' },
  'model-set-auto': { zh: '以后每次查重重新估计模型', en: 'every run learns its own model again' },
  'model-learned': {
    zh: '从 {learned} 个“同一位”的答案调整了权重。留作检验的 {held} 个答案中，判断对的由 {before} 变为 {after}',
    en: 'weights learned from {learned} answers of "same". Of {held} answers kept to judge by, {before} were told right before and {after} now',
  },
  'model-would-learn': {
    zh: '将从 {learned} 个“同一位”的答案调整权重。留作检验的 {held} 个答案中，判断对的由 {before} 变为 {after}',
    en: 'weights would be learned from {learned} answers of "same". Of {held} answers kept to judge by, {before} are told right now and {after} then',
  },
  'model-pinned': { zh: '这个模型是人工固定的', en: 'this model is set by hand' },
  'model-unreliable': {
    zh: '这些比较项的资料太少或前后不一致，用的主要是内置值：{fields}',
    en: 'too little is known of these comparisons, or two ways of looking disagree; they rest mostly on built-in figures: {fields}',
  },
} as const satisfies Messages

/** Stops and reasons of reviewing and modelling. */
export const dedupeReasons = {
  'match-budget': {
    zh: '至多要比对 {pairs} 对，平均每位客户 {each} 对，超过上限 {most}',
    en: 'Up to {pairs} pairs would be compared, {each} a customer, more than {most}',
  },
  'match-budget.hint': {
    zh: '用 kehu dedupe --budget 看是哪条规则，或用 --max-pairs 放宽',
    en: 'see which rule it is with kehu dedupe --budget, or allow more with --max-pairs',
  },
  'dedupe-never-run': { zh: '还没有查过重，不能只比对新增的', en: 'There was no run yet, so nothing is only new' },
  'dedupe-never-run.hint': { zh: '先运行 kehu dedupe', en: 'run kehu dedupe first' },
  'review-no-sheet': {
    zh: '“{file}”不是 kehu dedupe review --export 写出的表',
    en: '“{file}” was not written by kehu dedupe review --export',
  },
  'review-no-sheet.hint': { zh: '请保留表头各列和“对号”', en: 'keep the headings and the column of pair numbers' },
  'review-bad-verdict': { zh: '看不懂判断“{value}”', en: 'the verdict “{value}” is not understood' },
  'review-two-verdicts': { zh: '同一对的两行填了不同的判断', en: 'the two rows of the pair bear different verdicts' },
  'review-pair-gone': {
    zh: '这一对已判断过，或已不在名单上',
    en: 'the pair was decided already, or is no longer on the list',
  },
  'review-pair-other': {
    zh: '客户编号与名单不符（{codes}），行可能被挪动过',
    en: 'the customers are not those of the pair ({codes}); rows may have been moved',
  },
  'review-contradiction': {
    zh: '与表中其他判断矛盾：已经是同一位了',
    en: 'contradicts other verdicts of the sheet: the two are one already',
  },
  'model-wrong': { zh: '“{file}”不是可用的模型：{why}', en: '“{file}” is not a usable model: {why}' },
  'model-wrong.hint': {
    zh: '用 kehu dedupe model show > model.json 取得一份，改后再设置',
    en: 'get one with kehu dedupe model show > model.json, change it, and set it again',
  },
  'model-no-json': { zh: '不是 JSON：{why}', en: 'not JSON: {why}' },
  'model-version': { zh: '版本是“{version}”，应为 1', en: 'its version is “{version}”, not 1' },
  'model-strata': {
    zh: '应有个人和单位两部分，各有 prior 和 comparisons',
    en: 'it needs two strata, person and org, each with prior and comparisons',
  },
  'model-comparison': { zh: '比较项 {key} 没有 levels', en: 'comparison {key} has no levels' },
  'model-level': {
    zh: '{key} 的 {level}：m、u 应在 0 到 1 之间，weight 应为整数',
    en: '{key}, {level}: m and u must lie between 0 and 1, weight must be a whole number',
  },
  'model-no-answers': {
    zh: '还没有足够的答案可学（{answers} 个，至少 20 个“同一位”）',
    en: 'There are too few answers to learn from ({answers}; at least 20 of "same" are needed)',
  },
  'model-no-answers.hint': { zh: '先运行 kehu dedupe review', en: 'judge some pairs first: kehu dedupe review' },
} as const satisfies Messages
