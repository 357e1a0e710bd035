import type { AskWords } from '../terminal/ask-words.ts'

/** What the prompts say, out of the catalogue. */
export function askWords(say: (key: string) => string): AskWords {
  return {
    textHint: say('ask-text-hint'),
    requiredHint: say('ask-required-hint'),
    choiceHint: say('ask-choice-hint'),
    choicesHint: say('ask-choices-hint'),
    lineHint: say('ask-line-hint'),
    required: say('ask-required'),
    noHelp: say('ask-no-help'),
    noMatch: say('ask-no-match'),
    yesOrNo: say('ask-yes-or-no'),
    wrongKey: say('ask-wrong-key'),
    yes: say('ask-yes'),
    no: say('ask-no'),
    skipped: say('ask-skipped'),
    quit: say('ask-quit'),
    other: say('ask-other'),
    number: say('ask-number'),
    numbers: say('ask-numbers'),
  }
}
