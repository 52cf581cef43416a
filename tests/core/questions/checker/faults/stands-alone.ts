import { aster } from './articles/aster.ts'
import { corvane } from './articles/corvane.ts'
import { hoshino } from './articles/hoshino.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

const FOUND = ['1983', '1987*', '1994']

export const standsAlone: Planted = {
  faults: [
    [
      'the deal, beside a company that made several',
      tarn.choice(
        'What did Tarn Foods pay in the deal in 2021?',
        ['£31m', '£120m*', '£340m'],
        'Hale Bakeries',
      ),
      "'the deal'",
    ],
    [
      'the report',
      veld.choice(
        'By what percentage did the shares of Veld Energy fall after the report on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      "'the report'",
    ],
    [
      'the latter of things that stand elsewhere',
      lanxi.choice(
        'What share of Lanxi Robotics did the latter own in June 2024?',
        ['17%*', '20%', '24%'],
        'owns 24%',
      ),
      "'the latter'",
    ],
    [
      'this year',
      hoshino.choice(
        'How many shops does Hoshino Stores plan to open this year?',
        ['nine shops', '16 shops', '24 shops*'],
        'plans to open',
      ),
      "'this year'",
    ],
    [
      'his, after a company',
      corvane.choice(
        'Where could Corvane open a second plant in 2026, according to his remarks?',
        ['Austin', 'Dresden*', 'China'],
        'Dresden',
      ),
      "'his'",
    ],
    [
      'the company in a year, with no name beside it',
      aster.number('What loss did the company make in 2023?', 85, 'million euros (€m)', 'made a loss'),
      "'the company'",
    ],
    [
      'that day',
      corvane.choice(
        'By what percentage did shares of Corvane rise more than in that quarter, on 24 October 2024?',
        ['6%*', '9%', '12%'],
        'more than 6%',
        { stem: 'On that day, 24 October 2024, by more than what percentage did shares of Corvane rise?' },
      ),
      "'that day'",
    ],
    [
      'the article speaking of itself',
      sarvani.choice(
        'In what year does the article say Sarvani Motors was founded?',
        FOUND,
        'founded in 1987',
      ),
      "'the article'",
    ],
    [
      'there for a place',
      sarvani.choice(
        'Which company opened a plant there in 2023?',
        ['Devika Cars', 'Ujjwal Auto*', 'Meru Buses'],
        'Chennai',
      ),
      "'there'",
    ],
    [
      'a word that carries on from before',
      norland.truth('Wages in Norland, however, rose 5.2% in 2023.', 'Wages in Norland'),
      "'however'",
    ],
    [
      'no year, though it is to be asked apart from its article',
      aster.choice(
        'What share of the costs of Aster Air did fuel make up?',
        ['22%', '28%', '34%*'],
        'Fuel made up',
        { needsArticle: false },
      ),
      'no absolute period',
    ],
    [
      'the two companies',
      sarvani.choice(
        'For how much did the two companies agree the purchase of Tejas Batteries in 2023?',
        ['₹950 crore', '₹1,150 crore*', '₹1,400 crore'],
        'bought Tejas',
      ),
      "'the two companies'",
    ],
    [
      'a subject left out',
      lanxi.choice(
        'To what did research spending rise in 2023?',
        ['Rmb820m', 'Rmb1.1bn*', 'Rmb1.8bn'],
        'Research spending',
      ),
      'does not name its subject',
    ],
    [
      'in the period',
      aster.choice(
        'In 2023, what loss did Aster Air make in the period?',
        ['€40m', '€85m*', '€130m'],
        'made a loss',
      ),
      "'in the period'",
    ],
    [
      'yesterday',
      aster.choice(
        'How many flights did Aster Air cancel yesterday?',
        ['180 flights', '240 flights*', '320 flights'],
        'cancelled 240',
      ),
      "'yesterday'",
    ],
    [
      'since then',
      veld.choice(
        'By what percentage have the shares of Veld Energy fallen since then, on 9 July 2024?',
        ['3%', '5%*', '8%'],
        'fell 5%',
      ),
      "'since then'",
    ],
    [
      'where a body is from, which does not say which it is',
      corvane.choice(
        'What was the revenue of the Austin-based maker in 2023?',
        ['$11.8bn', '$14.6bn*', '$16.1bn'],
        'was $14.6bn',
      ),
      "'the Austin-based maker'",
    ],
    [
      'a giant that only its country tells of',
      sarvani.choice('In which year was the Indian giant founded in Pune?', FOUND, 'founded in 1987'),
      "'the Indian giant'",
    ],
    [
      'its, of who',
      corvane.choice(
        'Who told investors in 2024 of its order book?',
        ['Maren Holt', 'Paul Idris', 'Priya Nair*'],
        'Priya Nair',
      ),
      "'its'",
    ],
    [
      'its, where only the headline names somebody',
      hoshino.number(
        'To how much was its net debt cut in the first half of 2024, as reported under the headline ‘Hoshino Stores cuts debt’?',
        96,
        'billion yen (¥bn)',
        'net debt',
      ),
      "'its'",
    ],
    [
      'a month of a year that nobody tells',
      tarn.choice(
        'For how much did Tarn Foods agree to buy Bexley Dairies last February?',
        ['£31m', '£120m', '£340m*'],
        'agreed to buy',
      ),
      "'last February'",
    ],
    [
      'a deal of which only the month is told',
      tarn.choice(
        'What was paid in the deal in February 2021?',
        ['£31m', '£120m*', '£340m'],
        'Hale Bakeries',
      ),
      "'the deal'",
    ],
  ],
  nearMisses: [
    [
      'the deal, with what was bought',
      tarn.choice(
        'What did Tarn Foods pay in the deal for Hale Bakeries in 2021?',
        ['£31m', '£120m*', '£340m'],
        'Hale Bakeries',
      ),
    ],
    [
      'a report that says whose',
      veld.choice(
        'On what date did Veld Energy report the first leak?',
        ['2 March 2022*', '11 May 2022', '9 July 2024'],
        'first leak',
      ),
    ],
    [
      'the latter of two that are named',
      lanxi.choice(
        'Of the founders Gao Min and Chen Yu, what share of Lanxi Robotics did the latter own in June 2024?',
        ['17%*', '20%', '24%'],
        'owns 24%',
      ),
    ],
    [
      'the year by its number',
      hoshino.choice(
        'How many shops does Hoshino Stores plan to open in 2025?',
        ['nine shops', '16 shops', '24 shops*'],
        'plans to open',
      ),
    ],
    [
      'her, after the woman',
      tarn.choice(
        'In which month did Ruth Amadi say that her company would buy Bexley Dairies?',
        ['January 2025', 'February 2025*', 'July 2025'],
        'agreed to buy',
      ),
    ],
    [
      'a company that is then named',
      aster.number(
        'What loss did the airline Aster Air make in 2023?',
        85,
        'million euros (€m)',
        'made a loss',
      ),
    ],
    [
      'that as a joining word',
      norland.choice(
        'Who said that inflation could fall below 2% in 2025?',
        ['Nils Aker', 'Ilse Brandt*', 'Rowan Research'],
        'could fall below',
      ),
    ],
    [
      'an article of law',
      sarvani.choice('In which year was Sarvani Motors founded in Pune?', FOUND, 'founded in 1987'),
    ],
    [
      'there as in there were',
      aster.choice(
        'How many flights were there that Aster Air cancelled on 9 July 2024?',
        ['180 flights', '240 flights*', '320 flights'],
        'cancelled 240',
      ),
    ],
    [
      'no year, asked right after its article',
      aster.choice(
        'How many cities does Aster Air fly to?',
        ['48 cities', '62 cities*', '85 cities'],
        'flies to 62',
      ),
    ],
    [
      'two companies that are named',
      sarvani.choice(
        'On what date did Sarvani Motors buy Tejas Batteries, bringing the two companies under one roof?',
        ['4 May 2022', '12 June 2023*', '20 May 2024'],
        'bought Tejas',
      ),
    ],
    [
      'the first half of a year',
      hoshino.choice(
        'To what did Hoshino Stores cut its net debt in the first half of 2024?',
        ['¥21bn', '¥96bn*', '¥208bn'],
        'net debt',
      ),
    ],
    [
      'its, after the company',
      hoshino.number(
        'To how much did Hoshino Stores cut its net debt in the first half of 2024?',
        96,
        'billion yen (¥bn)',
        'net debt',
      ),
    ],
    [
      'a date that is asked for',
      veld.choice(
        'In which month did the coal plant in Almere close?',
        ['March 2020', 'April 2021*', 'May 2022'],
        'coal plant',
      ),
    ],
    [
      'their, of what is said in the plural',
      sarvani.choice(
        'In which year did brothers who wanted their own works found Sarvani Motors in Pune?',
        FOUND,
        'founded in 1987',
      ),
    ],
    [
      'a body beside its name',
      corvane.choice(
        'What was the revenue of Corvane, the Austin-based maker, in 2023?',
        ['$11.8bn', '$14.6bn*', '$16.1bn'],
        'was $14.6bn',
      ),
    ],
    [
      'its, of which company',
      corvane.choice(
        'Which company widened its gross margin by 1.5 percentage points in the third quarter of 2024?',
        ['Corvane*', 'Rowan Research', 'China'],
        'gross margin',
      ),
    ],
  ],
}
