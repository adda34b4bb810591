// Folding: what is found by what. Every letter of Latin can be typed on a plain keyboard; other scripts keep their letters.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { bearsAll, fold, searchKey, wordsOf } from '../../src/base/fold.ts'

describe('One plain form', () => {
  test.each([
    ['Böhme', 'bohme'],
    ['Bo\u0308hme', 'bohme'],
    ['MÜSSIG', 'mussig'],
    ['Müßig', 'mussig'],
    ['GROẞ', 'gross'],
    ['Ærøskøbing', 'aeroskobing'],
    ['Œuvre', 'oeuvre'],
    ['Łukasz Żółć', 'lukasz zolc'],
    ['Đorđe Šarić', 'dorde saric'],
    ['Þórður Guðmundsson', 'thordur gudmundsson'],
    ['Işık İZMİR', 'isik izmir'],
    ['Sáŋgga Máhtte', 'sangga mahtte'],
    ['Għajnsielem Ħamrun', 'ghajnsielem hamrun'],
    ['Ŧáhtul', 'tahtul'],
    ['Nguyễn Thị Ánh', 'nguyen thi anh'],
    ['Țîrgu Ștefan', 'tirgu stefan'],
    ['Paral·lel Ŀ', 'paral·lel l·'],
    ['ĳssel Ĳ', 'ijssel ij'],
    ['ſtraſſe', 'strasse'],
    ['Əliyev', 'eliyev'],
    ['ﬁnca', 'finca'],
    ['Ｆｕｌｌ　Ｗｉｄｔｈ', 'full width'],
    ['O’Brien', "o'brien"],
    ['Jean‑Luc', 'jean-luc'],
    ['co\u00adop\u200berative', 'cooperative'],
    ['  two \t\n blanks\u00a0here ', 'two blanks here'],
    ['', ''],
  ])('%s is %s', (text, plain) => expect(fold(text)).toBe(plain))

  test.each([
    ['ΑΘΗΝΑ', 'Αθήνα'],
    ['ΟΔΟΣ', 'οδός'],
    ['ΪΚΑΡΟΣ', 'ίκαρος'],
    ['ЁЛКИНА', 'Елкина'],
    ['КРАЙ', 'край'],
  ])('%s and %s are one', (one, other) => expect(fold(one)).toBe(fold(other)))

  test.each([
    ['край', 'краи'],
    ['їжак', 'іжак'],
    ['ў', 'у'],
    ['が', 'か'],
    ['한', '하'],
    ['नी', 'न'],
  ])('%s and %s stay two', (one, other) => expect(fold(one)).not.toBe(fold(other)))

  it('takes an accent of stress off Cyrillic, and keeps what is a letter', () => {
    expect(fold('Трое\u0301')).toBe('трое')
    expect(fold('И\u0306ога')).toBe('йога')
  })

  it('is plain already: folding twice changes nothing, and every Latin letter with a mark becomes plain', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' })), (text) => {
        expect(fold(fold(text))).toBe(fold(text))
      }),
    )
    const latin = Array.from({ length: 0x250 - 0xc0 }, (_, at) => String.fromCharCode(0xc0 + at)).filter((one) =>
      /\p{Ll}|\p{Lu}/u.test(one),
    )
    const left = latin.filter((one) => /[^a-z'·]/.test(fold(one)))
    // Signs of tones, clicks and old handwriting, in no name of today.
    expect(left.join('')).toBe('ƄƅƍƛƧƨƪƺƼƽƾȜȝɁɂ')
  })
})

describe('Found by', () => {
  test.each([
    ['Böhme', 'bohme'],
    ['Böhme', 'BOEHME'],
    ['Böhme', 'böh'],
    ['Ærøskøbing', 'aeroeskoebing'],
    ['Ångström', 'aangstroem'],
    ['Müller & Söhne', 'soehne müller'],
    ['Иван Йорданов', 'ЙОРД'],
    ['Παπαδόπουλος', 'ΠΑΠΑΔΟΠΟΥΛΟΣ'],
  ])('%s by “%s”', (text, asked) => expect(bearsAll(searchKey(text), wordsOf(asked))).toBe(true))

  test.each([
    ['Bohme', 'boehme'],
    ['Иванов', 'йван'],
  ])('%s not by “%s”', (text, asked) => expect(bearsAll(searchKey(text), wordsOf(asked))).toBe(false))
})
