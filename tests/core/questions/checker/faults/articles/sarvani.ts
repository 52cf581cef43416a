import { article } from '../article.ts'
import { about } from '../fault.ts'

/** Rupees in crore, cars in lakh, a purchase, owners and rivals named in lists. */
export const sarvani = about(
  article(
    'Sarvani Motors Sells More Cars Than Ever',
    '2024-05-21',
    `Sarvani Motors sold 1.45 lakh cars in 2023, up from 1.2 lakh in 2022. Profit of Sarvani Motors rose 18% to ₹2,340 crore in 2023. Sarvani Motors bought Tejas Batteries for ₹1,150 crore on 12 June 2023.
Sarvani Motors competes with Ujjwal Auto and Devika Cars. Ujjwal Auto recalled 32,000 cars in 2023. Devika Cars opened a plant in Pune in 2022, and Ujjwal Auto opened a plant in Chennai in 2023. Tejas Batteries supplies Meru Buses and Devika Cars.
Anil Deshpande, chairman of Sarvani Motors, said exports could reach 40,000 cars in 2025. Kavita Rao, chief executive of Tejas Batteries, said the factory in Nashik would hire up to 1,500 workers in 2025. Shares of Sarvani Motors fell 4% on 20 May 2024 because a supplier of seats halted deliveries. The shares of Ujjwal Auto fell 7% on 20 May 2024.
"Buyers in small towns want a car that can be repaired anywhere," said Anil Deshpande. Kavita Rao told Mint: "Every cell we make in Nashik is already sold." Orbis Fund owns two-thirds of Tejas Batteries. Sarvani Motors was founded in 1987 in Pune, Maharashtra.`,
  ),
)
