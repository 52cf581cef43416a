import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Yuan, a company with two founders and several backers, shares held, a lawsuit and figures with modifiers. */
export const lanxi = about(
  article(
    'Lanxi Robotics Goes Public in Hong Kong',
    '2024-06-18',
    `Lanxi Robotics raised HK$3.9bn (US$500m) in a listing in Hong Kong on 17 June 2024. Revenue of Lanxi Robotics more than doubled to Rmb6.4bn in 2023. Lanxi Robotics sold almost 70,000 robots in 2023. Gao Min and Chen Yu founded Lanxi Robotics in 2014.
Tianhe Capital and Redwood Partners back Lanxi Robotics. Gao Min owns 24% of Lanxi Robotics, and Chen Yu owns 17% of Lanxi Robotics. Chen Yu, chief executive of Lanxi Robotics, said the company would spend Rmb1.8bn on research in 2025. Research spending of Lanxi Robotics rose to Rmb1.1bn in 2023 from Rmb820m in 2022.
Kotara, a Japanese rival, sued Lanxi Robotics in Tokyo in March 2024. Lanxi Robotics denied that it had copied a gripper of Kotara. Warehouses account for 55% of sales, and hospitals account for 20% of sales. Lanxi Robotics makes robots in Ningbo and Suzhou.
"A robot that lifts parcels has to be cheap before it is clever," said Chen Yu. Hideo Mori, a lawyer for Kotara, told the court: "The gripper was ours for six years." Shares of Lanxi Robotics closed 15% above the offer price on 17 June 2024.`,
  ),
)
