import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Yen, like-for-like beside total sales, a half year beside a quarter, a figure restated and a forecast raised. */
export const hoshino = about(
  article(
    'Hoshino Stores Rides a Wave of Visitors',
    '2024-08-08',
    `Total sales at Hoshino Stores rose 7.1% to ¥412bn in the first half of 2024. Like-for-like sales at Hoshino Stores rose 3.4% in the first half of 2024. Total sales at Hoshino Stores rose 5.9% to ¥208bn in the second quarter of 2024.
Online sales at Hoshino Stores rose 11%, or 9% excluding gift cards, in the first half of 2024. Operating profit of Hoshino Stores was ¥21.5bn in the first half of 2024. Operating profit for 2023 was restated to ¥38.2bn from ¥39.6bn. Hoshino Stores raised its forecast for sales in 2024 to ¥850bn from ¥830bn.
Akira Senda, president of Hoshino Stores, said visitors from abroad accounted for nearly 30% of spending in the first half of 2024. Yumi Okabe, an analyst at Kestrel Securities, said the shares were dear. Hoshino Stores plans to open 24 shops in 2025 and to close nine shops in 2025.
Hoshino Stores cut its net debt to ¥96bn in the first half of 2024. The company's loss in Taiwan narrowed to ¥1.2bn in the first half of 2024. "A weak yen fills our shops, but it will not last," said Akira Senda. "Rents in Tokyo are rising faster than sales," said Yumi Okabe.`,
  ),
)
