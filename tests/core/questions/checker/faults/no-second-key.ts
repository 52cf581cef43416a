import { corvane } from './articles/corvane.ts'
import { lanxi } from './articles/lanxi.ts'
import { norland } from './articles/norland.ts'
import { sarvani } from './articles/sarvani.ts'
import { tarn } from './articles/tarn.ts'
import { veld } from './articles/veld.ts'
import type { Planted } from './fault.ts'

export const noSecondKey: Planted = {
  faults: [
    [
      'the key in billions',
      veld.choice(
        'How much was Veld Energy fined on 9 July 2024?',
        ['€0.048bn', '€48m*', '€72m'],
        'fined Veld',
      ),
      "'€0.048bn'",
    ],
    [
      'the key in rupees instead of crore',
      sarvani.choice(
        'How much did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        ['₹11.5bn', '₹1,150 crore*', '₹2,340 crore'],
        'bought Tejas',
      ),
      "'₹11.5bn'",
    ],
    [
      'a share in percent beside the fraction',
      sarvani.falsehood(
        'As of May 2024, Orbis Fund owns 67% of Tejas Batteries.',
        'As of May 2024, Orbis Fund owns two-thirds of Tejas Batteries.',
        'Orbis Fund',
      ),
      "'67%'",
    ],
    [
      'the key rounded',
      lanxi.choice(
        'What did Lanxi Robotics raise in Hong Kong on 17 June 2024?',
        ['HK$2.6bn', 'HK$3.9bn*', 'HK$4bn', 'HK$6bn'],
        'raised HK',
      ),
      "'HK$4bn'",
    ],
    [
      'two who did it together',
      lanxi.choice(
        'Who founded Lanxi Robotics in 2014?',
        ['Gao Min*', 'Chen Yu', 'Hideo Mori'],
        'founded Lanxi',
      ),
      "'Chen Yu'",
    ],
    [
      'another of those named in one list',
      sarvani.choice(
        'As of May 2024, with which company does Sarvani Motors compete?',
        ['Ujjwal Auto*', 'Devika Cars', 'Meru Buses'],
        'competes with',
      ),
      "'Devika Cars'",
    ],
    [
      'another that did the same elsewhere in the article',
      sarvani.choice(
        'As of May 2024, which company has opened a plant?',
        ['Meru Buses', 'Ujjwal Auto*', 'Devika Cars'],
        'Chennai',
      ),
      "'Devika Cars'",
    ],
    [
      'a wider place that holds the key',
      sarvani.choice(
        'Where was Sarvani Motors founded in 1987?',
        ['Pune*', 'Maharashtra', 'Chennai'],
        'founded in 1987',
      ),
      "'Maharashtra'",
    ],
    [
      'the day written another way',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['3 January 2025', '3 February 2025*', 'February 3, 2025'],
        'agreed to buy',
      ),
      "'February 3, 2025'",
    ],
    [
      'a lower figure beside more than',
      corvane.choice(
        'By more than what percentage did shares of Corvane rise on 24 October 2024?',
        ['4%', '6%*', '9%'],
        'more than 6%',
      ),
      "'4%'",
    ],
    [
      'a false statement that is true as well',
      sarvani.falsehood(
        'As of May 2024, Tejas Batteries supplies Devika Cars.',
        'As of May 2024, Tejas Batteries supplies Meru Buses.',
        'Tejas Batteries supplies',
      ),
      "'Devika Cars'",
    ],
    [
      'a false statement that says the same in another word',
      corvane.falsehood(
        'The revenue of Corvane climbed 12% to $4.2bn in the third quarter of 2024.',
        'The revenue of Corvane rose 12% to $4.2bn in the third quarter of 2024.',
        'rose 12%',
      ),
      "'climbed'",
    ],
    [
      'an office under its other name',
      corvane.choice(
        'As of October 2024, what office did Maren Holt hold at Corvane?',
        ['CEO', 'analyst', 'chief executive*', 'finance director'],
        'Maren Holt, chief',
      ),
      "'CEO'",
    ],
    [
      'the amount in the other currency',
      corvane.falsehood(
        'The revenue of Corvane rose to €3.9bn in the third quarter of 2024.',
        'The revenue of Corvane rose to $4.2bn in the third quarter of 2024.',
        'rose 12%',
      ),
      "'€3.9bn'",
    ],
  ],
  nearMisses: [
    [
      'the same digits at another size',
      veld.choice('How much was Veld Energy fined on 9 July 2024?', ['€30m', '€48m*', '€480m'], 'fined Veld'),
    ],
    [
      'crore beside crore',
      sarvani.choice(
        'How much did Sarvani Motors pay for Tejas Batteries on 12 June 2023?',
        ['₹860 crore', '₹1,150 crore*', '₹1,700 crore', '₹2,340 crore'],
        'bought Tejas',
      ),
    ],
    [
      'other fractions',
      sarvani.choice(
        'As of May 2024, what share of Tejas Batteries does Orbis Fund own?',
        ['one-third', 'one-half', 'two-thirds*'],
        'Orbis Fund',
      ),
    ],
    [
      'a figure a step away',
      lanxi.choice(
        'What did Lanxi Robotics raise in Hong Kong on 17 June 2024?',
        ['HK$2.6bn', 'HK$3.9bn*', 'HK$5.2bn'],
        'raised HK',
      ),
    ],
    [
      'one of two founders beside others',
      lanxi.choice(
        'Who founded Lanxi Robotics in 2014 together with Gao Min?',
        ['Chen Yu*', 'Hideo Mori', 'Redwood Partners'],
        'founded Lanxi',
      ),
    ],
    [
      'companies from other lists',
      sarvani.choice(
        'As of May 2024, with which company does Sarvani Motors compete?',
        ['Ujjwal Auto*', 'Tejas Batteries', 'Meru Buses'],
        'competes with',
      ),
    ],
    [
      'two in one list who are told apart',
      lanxi.choice(
        'As of June 2024, who owned 24% of Lanxi Robotics?',
        ['Gao Min*', 'Chen Yu', 'Hideo Mori'],
        'owns 24%',
      ),
    ],
    [
      'another city',
      sarvani.choice(
        'In which city was Sarvani Motors founded in 1987?',
        ['Pune*', 'Nashik', 'Chennai'],
        'founded in 1987',
      ),
    ],
    [
      'other days',
      tarn.choice(
        'When did Tarn Foods agree to buy Bexley Dairies?',
        ['3 January 2025', '27 January 2025', '3 February 2025*'],
        'agreed to buy',
      ),
    ],
    [
      'higher figures beside more than',
      corvane.choice(
        'By more than what percentage did shares of Corvane rise on 24 October 2024?',
        ['6%*', '9%', '12%'],
        'more than 6%',
      ),
    ],
    [
      'a false statement with a company from elsewhere',
      sarvani.falsehood(
        'As of May 2024, Tejas Batteries supplies Ujjwal Auto.',
        'As of May 2024, Tejas Batteries supplies Meru Buses.',
        'Tejas Batteries supplies',
      ),
    ],
    [
      'a false statement that turns the movement round',
      corvane.falsehood(
        'Net profit of Corvane rose to $610m in the third quarter of 2024.',
        'Net profit of Corvane fell to $610m in the third quarter of 2024.',
        'Net profit',
      ),
    ],
    [
      'other rates in points',
      norland.choice(
        'By how many basis points did the Bank of Norland raise its main interest rate on 14 May 2024?',
        ['25 basis points*', '50 basis points', '75 basis points'],
        '25 basis points',
      ),
    ],
    [
      'the same measure of two companies',
      sarvani.choice(
        'By what percentage did the shares of Ujjwal Auto fall on 20 May 2024?',
        ['4%', '7%*', '10%'],
        'fell 7%',
      ),
    ],
  ],
}
