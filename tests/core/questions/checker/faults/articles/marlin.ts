import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Two bakers and their bodies, whose names and owners a careless hand loses on the way. */
export const marlin = about(
  article(
    'Marlin Bakers Feeds a City',
    '2025-02-04',
    `Marlin Bakers and Corrin Mills, the two biggest bakers of Halden, sell bread in many towns. The Halden-based baker Marlin Bakers runs ovens in Leeds. Marlin Bakers faced criticism from rival Corrin Mills and from a government regulator. The last major purchase of Marlin Bakers was a mill in Leeds. Corrin Mills only began to sell rye bread in 2023.
Grocers welcomed the widely expected bread of Marlin Bakers. Buyers welcomed the long-awaited rolls of Corrin Mills. Marlin Bakers was warned by the Bakers Board, which said that its flour was old. Corrin Mills bought yeast from its partner Pennard. In 2024 the sales of Corrin Mills exceeded those of Pennard.`,
  ),
)
