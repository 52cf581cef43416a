import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Pounds, a takeover with rival bidders, two sides who speak, a denial and a condition. */
export const tarn = about(
  article(
    'Tarn Foods Agrees to Buy Bexley Dairies',
    '2025-02-04',
    `Tarn Foods agreed to buy Bexley Dairies for £340m on 3 February 2025. Oakhurst and Penrose Capital had made lower offers for Bexley Dairies in January 2025. The offer of Tarn Foods values each share of Bexley Dairies at 212p, a premium of 27%.
Bexley Dairies made a profit of £31m in 2024 on sales of £455m. Tarn Foods bought Hale Bakeries for £120m in 2021. Oakhurst sold its ice cream business to Penrose Capital in 2022. Bexley Dairies supplies Marlow and Pennard, and Tarn Foods supplies Aldous.
Ruth Amadi, chief executive of Tarn Foods, said the purchase could save about £18m a year by 2027. Peter Lunn, chairman of Bexley Dairies, told shareholders that the price was fair. Grace Obi, an official of the Union of Dairy Workers, said 600 jobs were at risk. Tarn Foods denied that it would close the creamery in Bexley.
"The creameries in the north fit well with our bakeries," said Ruth Amadi. Grace Obi told reporters: "Nobody has asked the people who make the cheese." The regulator must approve the takeover before July 2025. Tarn Foods has 41 factories in Britain and Ireland.`,
  ),
)
