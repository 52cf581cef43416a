const STANDS_FOR =
  /\b(?:an?|the) (?:[a-z-]+ )?ones?\b|\bits own\b(?= (?:by|to|from|in|for|at|and)\b|$)|\banother\b(?! (?:country|company|firm|bank)\b)/

/** Whether words stand for something that is named elsewhere: 'a loose one', 'raised its own by 20%', 'another record'. */
export const standsFor = (said: string): boolean => STANDS_FOR.test(said)
