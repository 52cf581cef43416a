import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Dollars with euros in brackets, a quarter beside nine months, guidance beside actual figures, a range, points beside percent. */
export const corvane = about(
  article(
    'Corvane Lifts Its Outlook as Chip Tools Sell',
    '2024-10-24',
    `Corvane, a maker of chip tools based in Austin, said its revenue rose 12% to $4.2bn (€3.9bn) in the third quarter of 2024. In the first nine months of 2024 revenue at Corvane rose 9% to $11.8bn. Net profit of Corvane fell to $610m in the third quarter of 2024 from $655m in the third quarter of 2023.
Corvane expects revenue of $16.1bn in 2024. Revenue of Corvane was $14.6bn in 2023. The gross margin of Corvane widened by 1.5 percentage points in the third quarter of 2024. Orders from China made up 31% of sales in the third quarter of 2024, down from 38% in the third quarter of 2023.
Maren Holt, chief executive of Corvane, said the company could open a second plant in Dresden in 2026. Paul Idris, finance director of Corvane, said capital spending would be between $900m and $1.1bn in 2025. Shares of Corvane rose by more than 6% on 24 October 2024. Corvane employs about 18,000 people.
"Customers are ordering tools for plants they have yet to build," said Maren Holt. Priya Nair, an analyst at Rowan Research, told investors: "The margin matters more than the order book." Corvane pays a dividend of 63 cents a share.`,
  ),
)
