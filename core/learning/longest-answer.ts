/** The most seconds that an answer is said to have taken: whoever takes longer had gone away. */
export const LONGEST_ANSWER = 3_600
