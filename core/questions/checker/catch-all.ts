/** Options that speak of the other options, or of none, instead of answering. */
const CATCH_ALL =
  /\b(?:all|none|any|both|neither|either|some|two|three) of (?:the|these|those|them)\b|\b(?:all|none|either|neither) (?:the )?(?:above|below)\b|\b(?:listed|named|given|mentioned|the) (?:above|below)$|^(?:both|neither)\b|^(?:all|none|both|neither|either|other|others|above|below|unknown|unclear)$|\b(?:cannot|can't|can’t) be (?:determined|known|said)\b|\b(?:not (?:given|stated|mentioned|known|sure)|(?:don't|don’t|do not) know|no answer|it depends)\b|^(?:another|some other) (?:one|company|firm|person|figure|date|year|place|city|country|answer)$|\b(?:something|someone|somebody|somewhere) else\b|^the (?:first|last|other) (?:two|three)?$/i
const LETTERS =
  /^(?:(?:options?|answers?) )?\(?(?:[a-f]|[1-6])\)?(?:, \(?(?:[a-f]|[1-6])\)?)*,? (?:and|or|&|\+) \(?(?:[a-f]|[1-6])\)?(?: only)?$/i

/** Whether an option refers to other options instead of answering. */
export const isCatchAll = (text: string): boolean => CATCH_ALL.test(text.trim()) || LETTERS.test(text.trim())
