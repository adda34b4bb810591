// The letters to begin with, in English.
import type { StarterLetter, StarterName } from './starterLetters.ts'
import { email, facts, field, letter, paragraph, points, whenGiven } from './writing.ts'

const closing = 'Kind regards'
const inYourTown = whenGiven('City', ' in {{City}}')

export const english: Record<StarterName, StarterLetter> = {
  business: {
    name: 'Business letter',
    subject: 'The coming months',
    emailText: email(
      closing,
      'I would like to go through the coming months with you. What it is about stands in the letter attached to this e-mail.',
      'Does a day suit you particularly well? A short answer is enough.',
    ),
    text: letter(
      closing,
      paragraph(
        'I would like to go through the coming months with you: what you need, what has changed on our side, and where we can save you work. An hour is enough.',
      ),
      paragraph('Three things I would like to talk about:'),
      points('what you expect to need, and by when', 'what is new in our range and fits your business', 'what we could do better for you'),
      paragraph(
        'I will gladly come to see you',
        inYourTown,
        ', and will call you in the next few days to find a date. ',
        whenGiven(
          'Salesperson_Phone_No',
          'If you would like to choose one right away, you can reach me on {{Salesperson_Phone_No}}.',
          'If you would like to choose one right away, simply answer this letter.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
  invitation: {
    name: 'Invitation',
    subject: 'You are invited',
    emailText: email(
      closing,
      'We are opening our doors for an afternoon, and I would be pleased to see you there. The invitation is attached.',
      'Will you come? A short answer is enough.',
    ),
    text: letter(
      closing,
      paragraph(
        'We are opening our doors for an afternoon, and I would be pleased to see you there. You will see [what there is to see], try it out for yourself, and meet the people who work with it every day.',
      ),
      facts([
        ['When', '[day and time]'],
        [
          'Where',
          ...[field('Company_Information_Name'), ', ', field('Company_Information_Address'), ', '],
          ...[field('Company_Information_Post_Code'), ' ', field('Company_Information_City')],
        ],
        ['Please reply by', '[day]'],
      ]),
      paragraph(
        'You are welcome to bring a colleague. ',
        whenGiven(
          'Salesperson_Phone_No',
          'So that we can plan, please tell me how many of you will come: a short call to {{Salesperson_Phone_No}} is enough.',
          'So that we can plan, please tell me how many of you will come: a short answer to this letter is enough.',
        ),
      ),
      paragraph(field('Comment')),
      paragraph('I look forward to seeing you.'),
    ),
  },
  fair: {
    name: 'Thanks after a fair',
    subject: 'Thank you for coming to our stand',
    emailText: email(
      closing,
      'Thank you for coming to our stand. Attached you find a few lines about how we go on from here.',
      'If anything is still open, simply answer this e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'It was good to talk to you at ',
        whenGiven('Campaign_Description', '{{Campaign_Description}}', 'the fair'),
        '. Thank you for taking the time: days at a fair are full enough.',
      ),
      paragraph(field('Comment')),
      paragraph(
        'Is anything still open – a sample, an offer, a date at your place',
        inYourTown,
        '? A word from you is enough, and I will see to it.',
      ),
      paragraph(
        'Otherwise I will call you within the next two weeks. ',
        whenGiven(
          'Salesperson_Phone_No',
          'If you want to be quicker, my number is {{Salesperson_Phone_No}}.',
          'If you want to be quicker, simply answer this letter.',
        ),
      ),
    ),
  },
  prices: {
    name: 'Price change',
    subject: 'New prices: what changes for you',
    emailText: email(
      closing,
      'Our prices are going to change. I would like you to hear it from me, in good time and with the reason: it stands in the letter attached to this e-mail.',
      'If you would like to go through it with me, simply answer this e-mail.',
    ),
    text: letter(
      closing,
      paragraph(
        'From [day] our prices change, by [figure] per cent on average. I would like you to hear it from me, in good time and with the reason.',
      ),
      paragraph(
        '[What has become dearer] costs us a good deal more than a year ago. We carry a part of it ourselves; the rest we have to pass on.',
      ),
      paragraph('What you can rely on:'),
      points(
        'What you order before that day, you get at today’s prices.',
        'Our offers hold until the day that is written in them.',
        'Delivery times and terms of payment stay as they are.',
      ),
      paragraph(
        'The new price list is enclosed. ',
        whenGiven(
          'Salesperson_Phone_No',
          'If you would like to go through it with me, call me on {{Salesperson_Phone_No}}.',
          'If you would like to go through it with me, please let me know.',
        ),
      ),
      paragraph(field('Comment')),
    ),
  },
}
